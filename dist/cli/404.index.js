export const id=404;export const ids=[404,441];export const modules={6404:(e,t,n)=>{n.r(t),n.d(t,{runFleetMerge:()=>eA,runFleetPlan:()=>ej,runFleetScan:()=>eO});var r=n(7598),o=n(6760),a=n(1590),i=n(6441),s=n(7577);let l="fragment fields on Repository { databaseId nameWithOwner isArchived isFork isPrivate isDisabled repositoryTopics(first: 20) { nodes { topic { name } } } defaultBranchRef { name target { oid ... on Commit { tree { oid } } } } }",d=`query($login: String!, $after: String) { repositoryOwner(login: $login) { repositories(first: 100, after: $after, ownerAffiliations: OWNER) { pageInfo { hasNextPage endCursor } nodes { ...fields } } } } ${l}`;async function c(e,t){let n=[],r=null;for(let o=0;o<1e3;o++){let o=await t(d,{login:e,after:r}),a=(0,s.MZ)(o,"repositoryOwner","repositories"),i=(0,s.MZ)(a,"nodes");if(!Array.isArray(i))return;if(n.push(...i.flatMap(e=>u(e)??[])),r=(0,s.MZ)(a,"pageInfo","endCursor"),!0!==(0,s.MZ)(a,"pageInfo","hasNextPage")||"string"!=typeof r)break}return n}async function p(e,t){let n=[];for(let r=0;r<e.length;r+=100){let o=e.slice(r,r+100),a=o.map((e,t)=>{let[n="",r=""]=e.split("/");return`r${t}: repository(owner: ${JSON.stringify(n)}, name: ${JSON.stringify(r)}) { ...fields }`}),i=await t(`query { ${a.join(" ")} } ${l}`,{});n.push(...o.map((e,t)=>u((0,s.MZ)(i,`r${t}`))??{name:e,because:"GitHub shows no such repository: it is gone, or the token may not see it"}))}return n}function u(e){let[t,n]=[(0,s.MZ)(e,"databaseId"),(0,s.MZ)(e,"nameWithOwner")];if("number"!=typeof t||"string"!=typeof n)return;let r=(0,s.MZ)(e,"defaultBranchRef"),[o,a]=[(0,s.MZ)(r,"target","oid"),(0,s.MZ)(r,"target","tree","oid")],i=(0,s.MZ)(r,"name"),l=(0,s.MZ)(e,"repositoryTopics","nodes"),d=t=>!0===(0,s.MZ)(e,t),c=f(o)&&f(a)&&!d("isDisabled");return{id:t,name:n,isArchived:d("isArchived"),isFork:d("isFork"),isPrivate:d("isPrivate"),topics:Array.isArray(l)?l.map(e=>(0,s.MZ)(e,"topic","name")).filter(e=>"string"==typeof e):[],...c?{head:{commit:o,tree:a,branch:"string"==typeof i?i:""}}:{}}}function f(e){return"string"==typeof e&&/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(e)}var h=n(47),m=n(6548),w=n(3411),g=n(7629),b=n(3192),y=n(715);function $(e,...t){let n=e[0]??"";for(let[r,o]of t.entries())n+=("object"==typeof o?o.text:String(o).replace(/[&<>"']/g,e=>x[e]??""))+(e[r+1]??"");return{text:n}}function v(e){return{text:e}}function k(e,t){return{text:e.map(({text:e})=>e).join(t)}}let x={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},S=`
'use strict'
const data = JSON.parse(document.getElementById('data').textContent)
const element = (name, text, kind) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (kind) made.className = kind
  return made
}
const byId = id => document.getElementById(id)
const STEP = 100
const OLD = 7
const rank = new Map(data.order.map((state, index) => [state, index]))
const table = byId('rows')
const body = table.tBodies[0]
const buttons = [...document.querySelectorAll('[data-state]')]
for (const row of data.rows) row.all = [row.n, row.t, ...row.r.map(each => each[1])].join(' ').toLowerCase()
const teams = [...new Set(data.rows.map(row => row.t).filter(Boolean))].sort()
for (const team of teams) {
  const option = element('option', team)
  option.value = team
  byId('team').append(option)
}
if (teams.length === 0) byId('team').parentElement.hidden = true
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1)
const orders = {
  name: (a, b) => compare(a.n, b.n),
  worst: (a, b) => rank.get(a.s) - rank.get(b.s) || b.k[0] - a.k[0] || b.k[1] - a.k[1] || compare(a.n, b.n),
  since: (a, b) => compare(a.f || '9', b.f || '9') || compare(a.n, b.n),
  scanned: (a, b) => compare(a.d, b.d) || compare(a.n, b.n)
}
let found = []
let shown = 0
const plural = (number, word) => number + ' ' + word + (number === 1 ? '' : 's')
function findings(row) {
  const words = [[row.k[0], 'error'], [row.k[1], 'warning'], [row.k[2], 'notice']]
  const text = words.filter(each => each[0] > 0).map(each => plural(each[0], each[1])).join(', ')
  if (row.r.length === 0) return element('div', text)
  const details = element('details')
  details.append(element('summary', text))
  // The list is made when somebody opens it.
  details.addEventListener('toggle', () => {
    if (details.children.length > 1) return
    const list = element('ul')
    for (const [isError, subject, path, line, places, fix, rule] of row.r) {
      const item = element('li')
      item.append((isError ? 'error: ' : 'warning: '), element('code', subject), ' (' + rule + ') ')
      const place = path + ':' + line
      if (row.u && row.c) {
        const link = element('a', place)
        link.href = row.u + '/blob/' + row.c + '/' + path.split('/').map(encodeURIComponent).join('/') + '#L' + line
        item.append(link)
      } else item.append(place)
      if (places > 1) item.append(' and ' + plural(places - 1, 'more place'))
      if (fix) item.append(', fixed by ', element('code', fix))
      list.append(item)
    }
    details.append(list)
  })
  return details
}
function cell(label, ...content) {
  const made = element('td')
  if (content.every(each => each === '' || each === undefined)) return made
  made.append(element('span', label + ': ', 'label'), ...content)
  return made
}
function rowOf(row) {
  const made = element('tr')
  const name = element('th')
  name.scope = 'row'
  if (row.u) {
    const link = element('a', row.n)
    link.href = row.u
    name.append(link)
  } else name.append(row.n)
  const result = element('td')
  const dot = element('span', undefined, 'dot ' + row.s)
  dot.setAttribute('aria-hidden', 'true')
  result.append(dot, data.words[row.s])
  if (row.b) result.append(row.b < data.today ? ', broken since ' + row.b : ', breaks on ' + row.b)
  if (row.w) result.append(element('div', row.w, 'note'))
  if (row.k[0] + row.k[1] + row.k[2] > 0) result.append(findings(row))
  const age = row.d ? Math.round((Date.parse(data.today) - Date.parse(row.d)) / 864e5) : 0
  const scanned = element('span', row.d, age > OLD ? 'old' : '')
  if (age > OLD) scanned.append(' (' + age + ' days old)')
  made.append(name, result, cell('Team', row.t), cell('Fails since', row.f), cell('Scanned', row.d ? scanned : ''))
  return made
}
// Some browsers drop the roles of a table whose rows are blocks, as on a phone.
function withRoles(row) {
  row.setAttribute('role', 'row')
  for (const each of row.children) each.setAttribute('role', each.tagName === 'TH' ? 'rowheader' : 'cell')
  return row
}
table.setAttribute('role', 'table')
for (const group of [table.tHead, body]) group.setAttribute('role', 'rowgroup')
table.tHead.rows[0].setAttribute('role', 'row')
for (const each of table.tHead.rows[0].cells) each.setAttribute('role', 'columnheader')
function more() {
  const next = found.slice(shown, shown + STEP)
  const made = document.createDocumentFragment()
  for (const row of next) made.append(withRoles(rowOf(row)))
  body.append(made)
  shown += next.length
  byId('more').hidden = shown >= found.length
  const all = data.rows.length
  byId('shown').textContent = found.length === 0 ? 'No repository matches.' : shown + ' of ' + found.length + ' shown' + (found.length === all ? '.' : ', of ' + all + ' in all.')
}
function update() {
  const words = byId('search').value.toLowerCase().split(' ').filter(Boolean)
  const team = byId('team').value
  const states = new Set(buttons.filter(each => each.getAttribute('aria-pressed') === 'true').map(each => each.dataset.state))
  found = data.rows
    .filter(row => (states.size === 0 || states.has(row.s)) && (!team || row.t === team) && words.every(word => row.all.includes(word)))
    .sort(orders[byId('order').value])
  shown = 0
  body.replaceChildren()
  more()
}
for (const button of buttons)
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
    update()
  })
byId('search').addEventListener('input', update)
for (const id of ['team', 'order']) byId(id).addEventListener('change', update)
byId('more').addEventListener('click', () => {
  const first = shown
  more()
  const link = body.rows[first] && body.rows[first].querySelector('a, summary')
  if (link) link.focus()
})
byId('controls').hidden = false
table.hidden = false
update()
`,M=`
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
`,j=[["failed","Fails"],["incomplete","Incomplete"],["not-read","Not read"],["waiting","Not scanned yet"],["passed","Passes"],["no-client","No client"],["empty","Empty"]],O="https://github.com",A=(e,{serverUrl:t=O})=>{var n;return $`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${N(e)}</title>
<style>${v(M)}</style>
</head>
<body>
<header>
<p class="tool">Bound Token Check</p>
<h1>${N(e)}</h1>
<p class="note">${function({repositories:e}){let t=(...t)=>e.filter(({state:e})=>t.includes(e)).length,n=t("not-read"),r=t("waiting");return[`${e.length-n-r} of ${e.length} are scanned.`,...n>0?[`${n} could not be read.`]:[],...r>0?[`${r} are not scanned yet.`]:[],...t("incomplete")>0?[`Of ${t("incomplete")} a file could not be read.`]:[]].join(" ")}(e)}</p>
</header>
<main>
${function({changes:e,comparedWith:t}){if(void 0===t)return $``;let n=$`<h2 id="changes">Since ${t}</h2>`;if(0===e.length)return $`<section aria-labelledby="changes">${n}<p>Nothing changed.</p></section>`;let r=["fails","recovers","unread","gone","new"],o=e.toSorted((e,t)=>r.indexOf(e.kind)-r.indexOf(t.kind));return $`<section aria-labelledby="changes">${n}${R(o.map(E))}</section>`}(e)}
${function({history:e}){let[t,...n]=e;return t&&0!==n.length?$`<section aria-labelledby="days"><h2 id="days">Burn-down</h2>${function(e){let t=e[0],n=e.at(-1);if(!t||!n)return $``;let r=Math.max(1,...e.map(({failed:e,unread:t})=>Math.max(e,t))),o=Math.max(1,(0,y.YM)(t.day,n.day)),a=n=>e.map(e=>`${(({day:e})=>Math.round((0,y.YM)(t.day,e)/o*1e3))(e)},${Math.round(200-n(e)/r*200)}`).join(" "),i=`Failing repositories: ${t.failed} on ${t.day}, ${n.failed} on ${n.day}. Not known: ${t.unread}, then ${n.unread}.`;return $`<figure class="chart"><div class="plot"><span class="top">${r}</span><svg viewBox="0 -4 ${1e3} ${208}" preserveAspectRatio="none" role="img" aria-label="${i}"><polygon class="unread" points="0,${200} ${v(a(({unread:e})=>e))} ${1e3},${200}"/><polyline class="base" points="0,${200} ${1e3},${200}"/><polyline class="failed" points="${v(a(({failed:e})=>e))}"/></svg><span class="zero">0</span></div><div class="axis"><span>${t.day}</span><span>${n.day}</span></div><figcaption><span class="key failed">fail: ${t.failed}, now ${n.failed}</span><span class="key unread">not known: ${t.unread}, now ${n.unread}</span></figcaption></figure>`}(e)}<details><summary>The numbers of each day</summary><div class="wide" tabindex="0"><table><thead><tr><th scope="col">Day</th><th scope="col">Listed</th><th scope="col">Scanned</th><th scope="col">Fail</th><th scope="col">Incomplete</th><th scope="col">Not known</th><th scope="col">Errors</th></tr></thead><tbody>${k(e.toReversed().map(T),"")}</tbody></table></div></details></section>`:$`<section aria-labelledby="days"><h2 id="days">Burn-down</h2><p>The line begins with the second day.</p></section>`}(e)}
${function({repositories:e}){var t;let n,r,o,a=new Map;for(let t of e){let e=t.team??"",n=a.get(e);n?n.push(t):a.set(e,[t])}let i=e=>e.filter(({state:e})=>"failed"===e).length,s=[...a].toSorted(([e,t],[n,r])=>i(r)-i(t)||r.length-t.length||(e<n?-1:1)).map(([e,t])=>$`<tr><th scope="row">${""===e?"no team":(0,g.RK)(e)}</th><td>${t.length}</td><td>${i(t)}</td><td>${t.filter(({state:e})=>"not-read"===e||"waiting"===e).length}</td></tr>`),l=a.size<2?$``:$`<section aria-labelledby="teams"><h2 id="teams">Teams</h2>${t=s,n=e=>$`<table><thead><tr><th scope="col">Team</th><th scope="col">Listed</th><th scope="col">Fail</th><th scope="col">Not known</th></tr></thead><tbody>${k(e,"")}</tbody></table>`,o=0===(r=t.slice(10)).length?$``:$`<details><summary>${r.length} more</summary>${n(r)}</details>`,$`${n(t.slice(0,10))}${o}`}</section>`;return $`<div class="pair">${l}${function(e){let t=new Map;for(let{findings:n}of e)for(let e of new Set(n.filter(({level:e})=>"error"===e).map(({subject:e})=>e.replace(z,""))))t.set(e,(t.get(e)??0)+1);if(0===t.size)return $``;let n=[...t].toSorted(([e,t],[n,r])=>r-t||(e<n?-1:1)).map(([e,t])=>$`<li><code>${(0,g.RK)(e)}</code> in ${(0,b.U9)(t,"repository","repositories")}</li>`);return $`<section aria-labelledby="clients"><h2 id="clients">What fails most</h2>${R(n)}</section>`}(e)}</div>`}(e)}
${function({repositories:e}){let t=t=>e.filter(e=>C(e)===t).length,n=j.filter(([e])=>t(e)>0).map(([e,n])=>$`<button type="button" data-state="${e}" aria-pressed="false"><span class="dot ${e}" aria-hidden="true"></span>${n} <b>${t(e)}</b></button>`);return $`<section aria-labelledby="repositories"><h2 id="repositories">Repositories</h2>
<noscript><p>The table is made by a script of this page, which is switched off here. fleet.json has the same data.</p></noscript>
<div class="controls" id="controls" hidden>
<label>Search <input type="search" id="search" placeholder="name, team, package" autocomplete="off"></label>
<label>Team <select id="team"><option value="">all</option></select></label>
<label>Order <select id="order"><option value="worst">worst first</option><option value="name">name</option><option value="since">failing longest</option><option value="scanned">oldest result</option></select></label>
<div class="states" role="group" aria-label="Result">${k(n,"")}</div>
</div>
<p id="shown" role="status" class="note"></p>
<table id="rows" class="rows" hidden><caption class="hidden">Repositories with their result</caption><thead><tr><th scope="col">Repository</th><th scope="col">Result</th><th scope="col">Team</th><th scope="col">Fails since</th><th scope="col">Scanned</th></tr></thead><tbody></tbody></table>
<button type="button" id="more" hidden>Show more</button>
</section>`}(e)}
</main>
<footer><p>Made on ${n=e.made,`${n.slice(0,16).replace("T"," ")} UTC`} by Bound Token Check ${w.r}. A result holds for the commit that was scanned on the day that is shown.</p></footer>
<script type="application/json" id="data">${v(function({repositories:e,made:t},n){let r=e.map(e=>{let{id:t,name:r,team:o,counts:a,failingSince:i,breaksOn:s,scanned:l,because:d,commit:c,findings:p}=e;return{n:(0,g.RK)(r),u:0===t?void 0:`${n}/${r.split("/").map(encodeURIComponent).join("/")}`,c:c,t:void 0===o?void 0:(0,g.RK)(o),s:C(e),k:[a.error,a.warning,a.notice],f:i,b:s,d:l,w:void 0===d?void 0:(0,g.RK)(d,300),r:p.map(({level:e,subject:t,path:n,line:r,places:o,fix:a,rule:i})=>[+("error"===e),(0,g.RK)(t),(0,g.RK)(n,300),r,o,void 0===a?"":(0,g.RK)(a),i])}});return JSON.stringify({today:t.slice(0,10),words:Object.fromEntries(j),order:j.map(([e])=>e),rows:r}).replace(/[<>&\u2028\u2029]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}(e,t))}</script>
<script>${v(S)}</script>
</body>
</html>
`.text};function C({state:e,hasClients:t}){return"passed"!==e||t?e:"no-client"}function N({repositories:e}){let t=e.filter(({state:e})=>"failed"===e).length,n=e.length;if(0===n)return"No repository is listed";if(t>0)return`${t} of ${(0,b.U9)(n,"repository","repositories")} ${1===t?"fails":"fail"}`;let r=e.filter(({state:e})=>["incomplete","not-read","waiting"].includes(e)).length;return r>0?`No known failure, but of ${r} of ${(0,b.U9)(n,"repository","repositories")} not everything is known`:1===n?"The one repository passes":`All ${n} repositories pass`}function E({name:e,kind:t,subjects:n}){let r=n.slice(0,3).map(e=>$`<code>${(0,g.RK)(e)}</code>`),o=n.length>r.length?` and ${n.length-r.length} more`:"",a=0===r.length?$``:$`: ${k(r,", ")}${o}`;return $`<li class="${t}"><b>${(0,g.RK)(e)}</b> ${I[t]}${a}</li>`}let I={fails:"fails now",recovers:"got rid of what failed",unread:"can no longer be read",gone:"is no longer listed",new:"is new"};function R(e){let t=e.slice(10),n=0===t.length?$``:$`<details><summary>${t.length} more</summary><ul>${k(t,"")}</ul></details>`;return $`<ul>${k(e.slice(0,10),"")}</ul>${n}`}function T({day:e,listed:t,scanned:n,failed:r,incomplete:o,unread:a,errors:i}){let s=[t,n,r,o,a,i].map(e=>$`<td>${e}</td>`);return $`<tr><th scope="row">${e}</th>${k(s,"")}</tr>`}let z=/(?<=.)@[^/@]*$/;var B=n(525),F=n(1155),L=n(1455),q=n(3802);async function D(e){try{return await (0,L.readFile)(e,"utf8")}catch(t){if("ENOENT"===(0,q.$)(t))return;throw new m.x(`${e}: cannot be read (${(0,q.$)(t)}).`)}}async function P(e){let t=await D(e);if(void 0!==t)try{return JSON.parse(t)}catch{return}}async function Z(e,t){try{await (0,L.mkdir)((0,o.dirname)(e),{recursive:!0});let n=`${e}.new`;await (0,L.writeFile)(n,t),await (0,L.rename)(n,e)}catch(t){throw new m.x(`${e}: cannot be written (${(0,q.$)(t)}). Give a path that is writable.`)}}async function W(e){try{return(await (0,L.readdir)(e,{recursive:!0,withFileTypes:!0})).filter(e=>e.isFile()&&e.name.endsWith(".json")).map(e=>(0,o.join)(e.parentPath,e.name)).toSorted()}catch(t){if("ENOENT"===(0,q.$)(t))return[];throw new m.x(`${e}: cannot be read (${(0,q.$)(t)}). Give a folder.`)}}function K({id:e,name:t}){return 0===e?t.toLowerCase():String(e)}function U(e){var t;return H(e)&&(t=e,Y.includes(String(t.state))&&Q(t))?e:void 0}function G(e){if(!H(e))return;let{made:t,repositories:n,history:r}=e;if(et(t)&&Array.isArray(n)&&Array.isArray(r)&&n.every(V)&&r.every(_))return{schema:1,made:t,repositories:n,changes:[],history:r}}function H(e){return ee(e)&&1===e.schema}function J(e){if(!ee(e))return!1;let{id:t,name:n,state:r,team:o,commit:a,tree:i,shard:s}=e;return er(t)&&et(n)&&["scan","unchanged","empty","unreadable","waiting"].includes(String(r))&&[o,a,i].every(en)&&(void 0===s||er(s))}let Y=["passed","failed","incomplete","empty","not-read"];function V(e){return ee(e)&&[...Y,"waiting"].includes(String(e.state))&&Q(e)}function Q(e){let{id:t,name:n,judgedBy:r,scanned:o,counts:a,findings:i,team:s,commit:l,tree:d,because:c}=e;return er(t)&&[n,r,o].every(et)&&[s,l,d,c].every(en)&&ee(a)&&[a.error,a.warning,a.notice].every(er)&&Array.isArray(i)&&i.every(X)}function X(e){if(!ee(e))return!1;let{rule:t,level:n,subject:r,path:o,identity:a,line:i,places:s,fix:l}=e;return[t,n,r,o,a].every(et)&&er(i)&&er(s)&&en(l)}function _(e){return!!ee(e)&&!!et(e.day)&&["listed","scanned","failed","incomplete","unread","errors"].every(t=>er(e[t]))}function ee(e){return"object"==typeof e&&null!==e&&!Array.isArray(e)}function et(e){return"string"==typeof e}function en(e){return void 0===e||et(e)}function er(e){return"number"==typeof e&&Number.isSafeInteger(e)&&e>=0}function eo(e){return"not-read"===e||"waiting"===e}function ea(e){return new Map((e?.findings.filter(({level:e})=>"error"===e)??[]).map(({identity:e,subject:t})=>[e,t]))}function ei(e,t){return es(e.name,t.name)}function es(e,t){return e===t?0:e<t?-1:1}function el(e,t){let n=Math.ceil(e/100+3.8*e),r=Math.max(1,Math.ceil(Math.max(e,n)/(.8*t))),o=Math.min(256,Math.ceil(e/250));return{repositories:e,shards:o,rest:e,graphql:n,hours:r}}var ed=n(4907),ec=n(9007),ep=n(3067),eu=n(5268),ef=n(1819),eh=n(8936),em=n(3635);let ew=[".github/CODEOWNERS","CODEOWNERS","docs/CODEOWNERS"],eg=new Set(["*","/","/*","**","/**","/**/*"]);async function eb(e,t,n){let[r,o,a]=[0,0,0];for(let[i,s]of e.entries()){let l=await n.resultOf(s);if(l&&function(e,{tree:t},{judgedBy:n}){return"not-read"!==e.state&&!0!==e.isPartial&&e.tree===t&&e.judgedBy===n}(l,s,t)){o++;continue}let d=await n.stop();if(void 0!==d)return{scanned:r,there:o,unread:a,waiting:e.length-i,because:d};let c=await ey(s,t,n);if(n.isLimited())return{scanned:r,there:o,unread:a,waiting:e.length-i,because:"GitHub's rate limit is used up"};await n.keep(c),"not-read"===c.state?a++:r++,n.tell(`${i+1} of ${e.length}: ${s.name}: ${c.state}`)}return{scanned:r,there:o,unread:a,waiting:0}}async function ey(e,t,{open:n,elsewhere:r,requests:o}){let{id:i,name:s,isPrivate:l,team:d,commit:c,tree:p}=e,u=o(),f=()=>({...{schema:1,id:i,name:s,isPrivate:l},...(0,a.sw)({commit:c,tree:p}),judgedBy:t.judgedBy,scanned:t.today,requests:o().sent-u.sent,...o().failed>u.failed?{isPartial:!0}:{}}),h=e=>({...f(),...(0,a.sw)({team:d}),state:"not-read",because:e,counts:{error:0,warning:0,notice:0},hasClients:!1,findings:[]});try{let o=void 0===c?{failed:"it has no commit"}:await n(e,c);if("failed"in o)return h(o.failed);let i=await e$(o,t,r);return{...f(),...(0,a.sw)({team:d??i.team}),...i.result}}catch(e){if(e instanceof m.k)return h(e.message);if(e instanceof m.x)return h(`its configuration is wrong: ${e.message.replaceAll("\n"," ")}`);return h(`a bug of this program, please report it: ${e instanceof Error?e.message:String(e)}`)}}async function e$(e,{today:t,stated:n},r){await e.prepare?.(ew);let o=await (0,ep.o)(e,r),i=await (0,ed.z)((0,em.uF)(e),o,{...function(e,t){let n=(0,F.f5)(e,t),{minimum:r,failOn:o,failOnScopes:i,allowIncomplete:s}=n.values,l=(0,ec.Z3)(n.values)?{facts:(0,ec.Pv)(n),evidence:{}}:void 0;return{minimum:r,failOn:o,failOnScopes:i,allowIncomplete:s,scope:"all",...(0,a.sw)({cluster:l})}}(o,n),today:t}),s=await ev(e);return{...(0,a.sw)({team:s}),result:function({report:e,conclusion:t,deadline:n}){let{error:r,warning:o,notice:i}=t.counts,s=e.findings.filter(({status:e,level:t})=>"open"===e.kind&&"pass"!==t).filter(({level:e})=>"notice"!==e),l=e.gaps.find(ef.K);return{state:(0,ed.I)(e)?"empty":t.verdict,...(0,a.sw)({because:l&&`${l.place.path}:${l.place.line}: ${l.detail}`}),counts:{error:r,warning:o,notice:i},hasClients:e.findings.some(eu.rb),...n&&"on"in n?{breaksOn:n.on}:{},findings:s.slice(0,200).map(ek)}}(i)}}async function ev(e){for(let t of ew){let n=await e.read(t);if("text"in n)return function(e){let t;for(let n of e.split("\n")){let[e="",r]=n.replace(/(?:^|\s)#.*$/,"").trim().split(/\s+/);eg.has(e)&&(t=r)}return void 0===t||t.length>100?void 0:t}(n.text)}}function ek({rule:e,level:t,subject:n,place:r,related:o,explanation:i,identity:s}){return{rule:e?.id??"",level:t,subject:"client"===n.kind?(0,eh.J)(n.dependency):n.object??e?.title??"",path:r.path,line:r.line,places:1+o.filter(({role:e})=>"same"===e).length,...(0,a.sw)({fix:i.fix?.version}),identity:s}}let ex="plan.json",eS="results",eM=["minimum","failOn","failOnScopes","allowIncomplete","clusterVersion","platform","grace","upgradedOn"];async function ej(e,t,n){var o,s;let l;if(void 0!==t.simulate)return n.out(function(e){let t=eB.map(([t,n])=>{let{hours:r}=el(e,n);return`${t} (${n} an hour): ${r} ${1===r?"hour":"hours"}`}),{rest:n,graphql:r,shards:o}=el(e,eB[0][1]),a=`${e} repositories, first run: ${n} requests of REST, ${r} points of GraphQL, ${o} shards`;return`${[a,...t].join("\n")}
`}(t.simulate)),0;if(0===e.length&&void 0===t.list)throw new m.x("fleet plan: no repositories were named. Give an organisation, or --list FILE.");let d=eC(n),c=[...await eN(e,d),...await eI(t,d,n)],{maxAge:p,shardSize:u,archived:f=!1,forks:h=!1,topic:g=[],name:$=[]}={...F.zY,...t},v=(o=t,Object.fromEntries(eM.flatMap(e=>void 0===o[e]?[]:[[B.W0[e].name,String(o[e])]]))),k=function(e,t){let{filters:n,before:r,judgedBy:o,now:i,maxAge:s,most:l,shardSize:d=250}=t,c={},p=new Map(r?.repositories.map(e=>[K(e),e])),u=i.slice(0,10),f=(function(e){let t=new Map;for(let n of e){let e=K(n);t.has(e)||t.set(e,n)}return[...t.values()]})(e).filter(e=>{let t=function(e,{archived:t,forks:n,topics:r,names:o}){let{name:a,isArchived:i,isFork:s,topics:l,because:d}=e;if(o.length>0&&!o.some(e=>(function(e,t){let n=(e.includes("/")?t:t.slice(t.indexOf("/")+1)).toLowerCase(),[r="",...o]=e.toLowerCase().split("*"),a=o.pop();if(void 0===a)return n===r;if(!n.startsWith(r))return!1;let i=r.length;for(let e of o){let t=n.indexOf(e,i);if(t<0)return!1;i=t+e.length}return n.length-i>=a.length&&n.endsWith(a)})(e,a)))return"name";if(void 0===d){if(i&&!t)return"archived";if(s&&!n)return"fork";if(r.length>0&&!r.some(e=>l.includes(e)))return"topic"}}(e,n);return void 0!==t&&(c[t]=(c[t]??0)+1),void 0===t}),h=new Map(f.map(e=>[e,(e=>{if(void 0!==e.because)return"unreadable";if(!e.head)return"empty";let t=p.get(K(e));return t&&function(e,{head:t},{judgedBy:n,today:r,maxAge:o}){return"not-read"!==e.state&&"waiting"!==e.state&&!e.isPartial&&e.tree===t?.tree&&e.judgedBy===n&&(0,y.YM)(e.scanned,r)<=o}(t,e,{judgedBy:o,today:u,maxAge:s})?"unchanged":"scan"})(e)])),m=f.filter(e=>"scan"===h.get(e)).toSorted((e,t)=>es(p.get(K(e))?.scanned??"",p.get(K(t))?.scanned??"")||ei(e,t)).slice(0,l),w=Math.min(256,Math.ceil(m.length/d)),g=new Map(m.map((e,t)=>[e,t%w+1])),b=f.toSorted(ei).map(e=>{let{id:t,name:n,isPrivate:r,team:o,head:i,because:s}=e,l=g.get(e),d=h.get(e)??"empty";return{id:t,name:n,isPrivate:r,...(0,a.sw)({team:o,...i}),state:"scan"===d&&void 0===l?"waiting":d,...(0,a.sw)({because:s,shard:l})}}),$=new Set(f.map(K)),v=(r?.repositories??[]).filter(e=>0!==e.id&&!$.has(K(e)));return{schema:1,made:i,judgedBy:o,options:t.options,shards:w,repositories:b,gone:v.map(({name:e})=>e),leftOut:c}}(c,{filters:{archived:f,forks:h,topics:g,names:$},...(0,a.sw)({before:G(await ez(t.state))}),judgedBy:(s=v,l=(0,r.createHash)("sha256").update(JSON.stringify(s)).digest("hex").slice(0,12),0===Object.keys(s).length?w.r:`${w.r} ${l}`),options:v,now:new Date(i.systemClock.now()).toISOString(),maxAge:p,shardSize:Math.max(1,u),most:t.most??1/0});return await Z(t.output??ex,eF(k)),!0!==t.quiet&&n.error(`${function({repositories:e,shards:t,gone:n,leftOut:r}){let o=t=>e.filter(e=>e.state===t).length,a=Object.entries(r).map(([e,t])=>`${t} left out (${e})`);return[`${e.length} repositories: ${o("scan")} to scan in ${(0,b.U9)(t,"shard")}`,`${o("unchanged")} unchanged`,`${o("empty")} empty`,`${o("unreadable")} not shown by GitHub`,`${o("waiting")} waiting`,...0===n.length?[]:[`${n.length} gone since`],...a].join(", ")}(k)}
`),n.out(`${JSON.stringify({shard:Array.from({length:k.shards},(e,t)=>t+1)})}
`),0}async function eO(e,t,n){var r,a=e;if(a.length>0)throw new m.x(`fleet scan: takes no arguments, but got ${a.join(" ")}.`);let s=await eT(t);if(void 0!==t.shard&&(t.shard<1||t.shard>s.shards))throw new m.x(`--shard ${t.shard}: the plan has ${s.shards} shards, from 1 on.`);let{minutes:l,results:d=eS,quiet:c,wait:p=!1}={...F.zY,...t},u=s.repositories.filter(({state:e,shard:n})=>"scan"===e&&(void 0===t.shard||t.shard===n)),f=eC(n),h=i.systemClock.now()+6e4*l,w=({id:e})=>(0,o.join)(d,`${e}.json`),{scanned:g,there:b,unread:y,waiting:$,because:v}=await eb(u,{judgedBy:s.judgedBy,today:n.today(),stated:(r=s.options,(0,F.bF)("option",({name:e,kind:t})=>{let n=r[e];return void 0===n?void 0:t.parse(n)}))},{open:({name:e},t)=>f.open(e,t),elsewhere:f.elsewhere,requests:f.requests,isLimited:f.isLimited,stop:async()=>i.systemClock.now()>h?`${l} minutes are over`:f.stop(p),resultOf:async e=>U(await P(w(e))),keep:e=>Z(w(e),eF(e)),tell:e=>{!0!==c&&n.error(`${e}
`)}}),{sent:k}=f.requests(),x=0===$?"":` ${$} are waiting: ${v}.`;return n.out(`${g} scanned, ${b} were there already, ${y} could not be read, by ${k} requests.${x}
`),2*(0!==$)}async function eA(e,t,n){var r,o,s,l,d,c;let p,u,f,h,m,w,g,y=await eT(t),$=[],v=0;for(let t of 0===e.length?[eS]:e)for(let e of(await W(t))){let t=U(await P(e));t?$.push(t):v++}let k=G(await ez(t.state)),x=(u=(r=new Date(i.systemClock.now()).toISOString()).slice(0,10),f=new Map($.filter(({judgedBy:e})=>e===y.judgedBy).map(e=>[e.id,e])),h=new Map(k?.repositories.map(e=>[K(e),e])),o=m=y.repositories.map(e=>{let t=h.get(K(e)),n=function(e,t,n,{plan:r,today:o}){let{id:i,name:s,isPrivate:l,team:d,commit:c,tree:p}=e,u={schema:1,id:i,name:s,isPrivate:l},f={...u,...(0,a.sw)({team:d}),judgedBy:r.judgedBy,scanned:o,counts:{error:0,warning:0,notice:0},hasClients:!1,findings:[],requests:0};return t&&t.tree===p?{...t,...u,...(0,a.sw)({team:d??t.team})}:"empty"===e.state?{...f,...(0,a.sw)({commit:c,tree:p}),state:"empty"}:"unreadable"===e.state?{...f,state:"not-read",because:e.because??"GitHub does not show it"}:n?{...n,...u,...(0,a.sw)({team:d??n.team})}:{...f,scanned:"",state:"waiting",because:"it was not scanned yet"}}(e,f.get(e.id),t,{plan:y,today:u}),r="failed"===n.state?t?.failingSince??n.scanned:void 0,{failingSince:o,...i}=n;return{...i,...(0,a.sw)({failingSince:r})}}),s=u,p=(...e)=>o.filter(({state:t})=>e.includes(t)).length,w={day:s,listed:o.length,scanned:o.length-p("not-read","waiting"),failed:p("failed"),incomplete:p("incomplete"),unread:p("not-read","waiting"),errors:o.reduce((e,{counts:t})=>e+t.error,0)},g=[...(k?.history??[]).filter(e=>e.day!==u),w].toSorted((e,t)=>e.day<t.day?-1:1).slice(-400),{schema:1,made:r,repositories:m,changes:k?(l=m,d=h,c=y.gone,[...l.flatMap(e=>{let{name:t,state:n}=e,r=d.get(K(e)),[o,a]=[ea(r),ea(e)],i=(e,t)=>[...new Set(Array.from(e).flatMap(([e,n])=>t.has(e)?[]:[n]))];return r?eo(n)?eo(r.state)?[]:[{name:t,kind:"unread",subjects:[]}]:"failed"===n&&i(a,o).length>0&&!eo(r.state)||"failed"===n&&"failed"!==r.state?[{name:t,kind:"fails",subjects:i(a,o)}]:"failed"===r.state&&"incomplete"!==n&&i(o,a).length>0?[{name:t,kind:"recovers",subjects:i(o,a)}]:[]:[{name:t,kind:"failed"===n?"fails":"new",subjects:i(a,o)}]}),...c.map(e=>({name:e,kind:"gone",subjects:[]}))]):[],...(0,a.sw)({comparedWith:k?.made.slice(0,10)}),history:g});if(await Z(t.output??"fleet.json",eF(x)),void 0!==t.page&&await Z(t.page,A(x,{})),!0!==t.quiet){let{listed:e=0,scanned:t=0,failed:r=0,unread:o=0}=x.history.at(-1)??{},a=0===o?"":` Nothing is known of ${o}.`,i=0===v?"":` Left out: ${(0,b.U9)(v,"file that is","files that are")} no results of this version.`;n.out(`${r} of ${(0,b.U9)(e,"repository","repositories")} fail; ${t} are scanned.${a}${i}
`)}return 0}function eC(e){return(0,h.openSession)({environment:e.environment??{},clock:i.systemClock,tell:t=>e.error(`${t}
`)})}async function eN(e,t){let n=[];for(let r of e){let e=await c(r,t.query);if(!e)throw new m.x(`fleet plan: GitHub shows no organisation or person called ${r}. Check the name.`);n.push(...e)}return n}let eE=/^(?<name>[\w.-]+\/[\w.-]+)(?:\s+(?<team>\S+))?$/;async function eI({list:e},t,n){if(void 0===e)return[];let r="-"===e?await eR(n):await D(e);if(void 0===r)throw new m.x(`--list ${e}: does not exist. Give the path of a file.`);let o=new Map;for(let[t,n]of r.split("\n").entries()){let r=n.replace(/#.*$/,"").trim();if(""===r)continue;let{name:a,team:i}=eE.exec(r)?.groups??{};if(void 0===a)throw new m.x(`${e}:${t+1}: no repository. Write it as owner/name, with its team behind it.`);o.set(a,i)}let i=[...o.keys()];return(await p(i,t.query)).map((e,t)=>(function(e,t){if("id"in e)return{...e,...(0,a.sw)({team:t})};let{name:n,because:r}=e;return{id:0,isArchived:!1,isFork:!1,isPrivate:!0,topics:[],name:n,because:r,...(0,a.sw)({team:t})}})(e,o.get(i[t]??"")))}async function eR(e){let t=[];for await(let n of e.input())t.push(Uint8Array.from(n));return Buffer.concat(t).toString("utf8")}async function eT({plan:e=ex}){let t=function(e){var t,n;if(!H(e))return;let{made:r,judgedBy:o,options:a,shards:i,repositories:s,gone:l,leftOut:d}=e;if(ee(t=a)&&Object.values(t).every(et)&&et(r)&&et(o)&&er(i)&&ee(d)&&Array.isArray(n=l)&&n.every(et)&&Array.isArray(s)&&s.every(J))return{schema:1,made:r,judgedBy:o,options:a,shards:i,repositories:s,gone:l,leftOut:Object.fromEntries(Object.entries(d).flatMap(([e,t])=>er(t)?[[e,t]]:[]))}}(await P(e));if(t)return t;throw new m.x(`${e}: no plan of this version. Write one by "bound-token-check fleet plan".`)}async function ez(e){return void 0===e?void 0:P(e)}let eB=[["token or small App",5e3],["App on 150 repositories or more",12500]];function eF(e){return`${JSON.stringify(e)}
`}},6441:(e,t,n)=>{n.r(t),n.d(t,{systemClock:()=>o});var r=n(8500);let o={now:()=>Date.now(),sleep:e=>(0,r.setTimeout)(e),timeout:e=>AbortSignal.timeout(e)}}};