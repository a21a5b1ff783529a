#!/usr/bin/env bash
# The system packages that the tests need: a browser and what drives it, fonts for the corpus PDFs, OCR, Java and Maven for Neo4j.
set -euo pipefail
missing=()
command -v chromium >/dev/null || missing+=(chromium)
ldconfig -p | grep -q 'libatomic\.so\.1' || missing+=(libatomic1)  # Playwright's own Node asks for it
[ -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
tesseract --list-langs 2>/dev/null | grep -qx rus || missing+=(tesseract-ocr-rus)
command -v java >/dev/null || missing+=(openjdk-17-jre-headless)
command -v mvn >/dev/null || missing+=(maven)
[ ${#missing[@]} -eq 0 ] && exit 0
install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" = 0 ]; then sudo=""; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo"; else
  echo "make test needs system packages. Run this once: sudo apt-get update && sudo $install" >&2
  exit 2
fi
echo "Installing ${missing[*]}"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo $install >/dev/null
