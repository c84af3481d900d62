/** The style of the page: light and dark by the wish of the reader, and one column on a phone. */

/** The text of the style. */
export const STYLE = `
:root{color-scheme:light dark;--back:#fff;--card:#f6f7f9;--text:#1b1f24;--soft:#57606a;--line:#d5dae0;--link:#0a58b8;--bad:#b3261e;--mid:#8a5a00;--good:#1a6e35;--none:#6b7280}
@media (prefers-color-scheme:dark){:root{--back:#111418;--card:#1a1f26;--text:#e7eaee;--soft:#a2abb6;--line:#323a45;--link:#7db4ff;--bad:#ff8a80;--mid:#f0b84b;--good:#6fd08c;--none:#939ba6}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:var(--link)}
h1{font-size:1.7rem;line-height:1.2;margin:0}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.25rem 0}
.tool,.note,footer{color:var(--soft)}
.tool{font-size:.9rem}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.75rem;font-size:.9rem}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
ul{margin:.25rem 0;padding-left:1.2rem}
li{overflow-wrap:anywhere}
summary{cursor:pointer;color:var(--link);padding:.15rem 0}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;font-weight:400}
thead th{color:var(--soft);font-size:.85rem}
.wide{overflow-x:auto}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2.5rem}
.pair td{text-align:right;width:5.5rem}.pair thead th:not(:first-child){text-align:right}
.chart{margin:0}
.plot{position:relative;height:11rem;padding-left:2.8rem}
.plot svg{width:100%;height:100%;display:block;overflow:visible}
.plot .top,.plot .zero{position:absolute;left:0;width:2.3rem;text-align:right;color:var(--soft);font-size:.8rem;line-height:1}
.plot .top{top:0}.plot .zero{bottom:0}
polyline{fill:none;stroke-width:2.5;vector-effect:non-scaling-stroke;stroke-linejoin:round}
polyline.failed{stroke:var(--bad)}polyline.base{stroke:var(--line);stroke-width:1}
polygon.unread{fill:var(--none);opacity:.28}
.axis{display:flex;justify-content:space-between;padding-left:2.8rem;color:var(--soft);font-size:.8rem}
figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding-left:2.8rem;font-size:.9rem}
.key::before{content:"";display:inline-block;width:.8rem;height:.8rem;margin-right:.4rem;vertical-align:-.05rem;border-radius:.15rem}
.key.failed::before{background:var(--bad)}.key.unread::before{background:var(--none);opacity:.45}
.controls{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem}
.controls[hidden]{display:none}
.controls label{display:flex;flex-direction:column;font-size:.85rem;color:var(--soft)}
input,select,button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);border-radius:.35rem;padding:.35rem .55rem;min-height:2.4rem;max-width:100%}
select{max-width:16rem}
button{cursor:pointer}
.states{display:flex;flex-wrap:wrap;gap:.4rem;flex-basis:100%}
.states button[aria-pressed=true]{border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
.dot{display:inline-block;width:.65rem;height:.65rem;border-radius:50%;margin-right:.4rem;background:var(--none)}
.dot.failed{background:var(--bad)}.dot.incomplete,.dot.not-read{background:var(--mid)}.dot.passed{background:var(--good)}
.dot.waiting,.dot.not-read{border-radius:0}
.rows{table-layout:fixed}
.rows th:nth-child(1){width:30%}.rows th:nth-child(2){width:34%}.rows th:nth-child(4),.rows th:nth-child(5){width:8rem}
.rows tbody th{font-weight:600}
.rows .label{display:none}
.old{color:var(--mid)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
#more{margin:1rem 0}
@media (max-width:44rem){
h1{font-size:1.4rem}
.pair td{width:3.6rem}.pair thead th{padding-right:.3rem}
.controls label{flex:1 1 8rem}.controls select,.controls input{width:100%}
.rows,.rows tbody,.rows tr,.rows th,.rows td{display:block;width:auto!important}
.rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.rows th,.rows td{border:0;padding:.1rem 0}
.rows td:empty{display:none}
.rows .label{display:inline;color:var(--soft);font-size:.85rem}
}
@media print{.controls,#more{display:none}}
`
