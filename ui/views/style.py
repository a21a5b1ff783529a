"""The few rules that Streamlit's theme does not give: quotes, marks, page pictures."""

STYLE = """<style>
.stMainBlockContainer{padding-top:4.5rem;padding-bottom:4rem;max-width:72rem}
.st-key-svod-top{position:fixed;top:.55rem;right:1rem;z-index:1000000;width:auto!important;gap:.5rem}
.st-key-svod-top [data-testid="stPopover"] button{min-height:1.9rem;padding:.1rem .6rem}
.st-key-svod-language{width:auto!important}
.st-key-svod-language button{min-height:1.9rem;padding:.1rem .6rem}
.svod-quote{margin:.1rem 0;padding:.35rem .8rem;border-left:4px solid #e0b000;background:rgba(224,176,0,.1);
  border-radius:2px;overflow-wrap:anywhere;line-height:1.45}
.svod-quote small{opacity:.75;margin-right:.5rem}
.svod-quote small::after{content:":"}
.svod-page{width:100%;border:1px solid rgba(128,128,128,.45);border-radius:4px;background:#fff;display:block}
.svod-crop{width:auto;max-width:100%}
.svod-text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.5;padding:.6rem .8rem;border-radius:4px;
  border:1px solid rgba(128,128,128,.35);max-height:42rem;overflow-y:auto}
.svod-text mark{background:#ffe259;color:#1a1a1a;padding:0 .1em;border-radius:2px}
</style>"""
