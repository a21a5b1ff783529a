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
.svod-place{opacity:.75;font-size:.85em;margin-top:.2rem}
.svod-reasons{border-collapse:collapse;width:100%}
.svod-reasons td{padding:.15rem .6rem .15rem 0;vertical-align:top;border:0}
.svod-reasons td:first-child{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap;width:3.5rem}
.svod-reasons .for td:first-child{color:#2a9d4a}.svod-reasons .against td:first-child{color:#e05a50}
.svod-map{overflow-x:auto;padding:.2rem 0 .6rem}
.svod-map>div{display:grid;grid-template-columns:repeat(19,minmax(2.6rem,1fr));gap:3px;min-width:52rem}
.svod-map span,.svod-map a{aspect-ratio:1;display:flex;flex-direction:column;align-items:center;justify-content:center;
  border-radius:4px;border:1px solid rgba(128,128,128,.35);text-decoration:none;color:inherit;line-height:1.1;
  overflow:hidden}
.svod-map small{font-size:.66rem;opacity:.8}.svod-map b{font-size:1rem;min-height:1.1rem}
.svod-map span b{min-height:0}
.svod-map a{color:#fff;border-color:transparent}.svod-map a small{opacity:1}
.svod-map a:hover,.svod-map a:focus-visible{outline:3px solid #e0b000}
.svod-map .shade1{background:#4f86bd}.svod-map .shade2{background:#2f6aa6}.svod-map .shade3{background:#1c4f86}
.svod-map .shade4{background:#0e3563}
.st-key-svod-others button{justify-content:flex-start;text-align:left;padding-left:0}
.svod-regions a{color:inherit}
[class*=st-key-svod-entry],[class*=st-key-svod-decision]{padding:.5rem .8rem}
.svod-regions{columns:16rem;margin:.4rem 0;padding-left:1.1rem}
</style>"""
