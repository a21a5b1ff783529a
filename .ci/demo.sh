#!/usr/bin/env bash
# What `make demo` does once .venv is there: ingest the corpus, ask three questions, serve the page.
set -euo pipefail
svod=.venv/bin/svod
echo "== svod ingest corpus/documents"
$svod ingest corpus/documents
ask() { echo; echo "== svod ask \"$1\""; $svod ask "$1"; }
ask "Кто управляет кластером «Технополис «Новый Звездный»?"
ask "How many industrial clusters are there in the Tula region?"
ask "Какие акты составляют правовую основу поддержки промышленных кластеров?"
[ "${SERVE:-1}" = 0 ] && exit 0
echo
echo "== svod serve (Ctrl+C ends it)"
exec $svod serve --port "${PORT:-8765}"
