/** How the console looks, in light and in dark. */
export const styles = `
:root {
  --accent: light-dark(#2f55d4, #a9b8ff);
  --bad: light-dark(#b3261e, #ff8a80);
  --border: light-dark(#d5d9e2, #343a46);
  --muted: light-dark(#545b6b, #a6aebf);
  --raised: light-dark(#f3f4f7, #1f242e);
  background: light-dark(#ffffff, #14171d);
  color: light-dark(#171a21, #eef0f5);
  color-scheme: light dark;
  font: 1rem/1.5 system-ui, sans-serif;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 72rem; padding: 0 1.25rem 3rem; }
header { align-items: baseline; border-block-end: 1px solid var(--border); display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; padding-block: 1rem; }
.brand { color: inherit; font-weight: 700; text-decoration: none; }
nav { display: flex; gap: 1rem; }
a { color: var(--accent); }
a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
h1 { font-size: 1.5rem; margin-block: 1.5rem 0.5rem; }
h2 { font-size: 1.125rem; margin-block: 2rem 0.75rem; }
h3 { font-size: 1rem; margin: 0; }
small, .empty, footer { color: var(--muted); font-size: 0.875rem; font-weight: 400; }
code, pre, time { font-family: ui-monospace, monospace; font-size: 0.875em; }
.id { overflow-wrap: anywhere; }
pre { background: var(--raised); border-radius: 0.5rem; margin: 0.5rem 0 0; max-block-size: 24rem; overflow: auto; padding: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; inline-size: 100%; }
[data-live] { overflow-x: auto; }
th, td { border-block-end: 1px solid var(--border); padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; }
td:first-child { inline-size: 1%; white-space: nowrap; }
thead th { color: var(--muted); font-size: 0.875rem; font-weight: 600; }
th[scope='row'] { font-weight: 500; }
.number { font-variant-numeric: tabular-nums; }
.refused td { color: var(--bad); }
.refused td pre { color: initial; }
.live, .trouble { color: var(--bad); }
.trouble { background: var(--raised); border-inline-start: 0.25rem solid var(--bad); padding: 0.75rem 1rem; }
.status { color: var(--muted); }
ul { margin: 0; padding-inline-start: 1.25rem; }
.people { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); list-style: none; padding: 0; }
.people li { background: var(--raised); border-radius: 0.75rem; padding: 0.875rem 1rem; }
.people p { margin: 0.25rem 0; }
form { margin-block: 0.5rem; }
.inline { align-items: end; display: flex; flex-wrap: wrap; gap: 0.5rem; }
label { color: var(--muted); display: grid; font-size: 0.875rem; }
input, select, button { background: light-dark(#ffffff, #14171d); border: 1px solid light-dark(#8a91a1, #6d7587); border-radius: 0.5rem; color: inherit; font: inherit; min-block-size: 2.25rem; padding: 0.25rem 0.75rem; }
label input, label select { color: light-dark(#171a21, #eef0f5); font-size: 1rem; max-inline-size: 100%; }
button { cursor: pointer; font-weight: 600; }
button:hover { background: var(--raised); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
summary { cursor: pointer; }
`
