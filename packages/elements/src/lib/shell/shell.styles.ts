/** What the element looks like from the start: as large as it will be. */
export const hostStyles = `
:host {
  background: var(--ot-surface, light-dark(#ffffff, #14161b));
  border: 1px solid var(--ot-border, light-dark(#d5d9e2, #363c48));
  border-radius: calc(var(--ot-radius, 1rem) * 1.25);
  box-sizing: border-box;
  color: var(--ot-text, light-dark(#171a21, #f1f3f7));
  color-scheme: var(--ot-color-scheme, light dark);
  container-type: inline-size;
  display: block;
  min-block-size: var(--ot-min-block-size, 36rem);
  overflow: hidden;
  position: relative;
  text-align: start;
}
:host([hidden]) {
  display: none;
}
`

/** What a gate looks like; the room brings styles of its own. */
export const gateStyles = `
section {
  align-content: center;
  box-sizing: border-box;
  display: grid;
  font: 1rem/1.5 var(--ot-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  gap: 0.625rem;
  inset: 0;
  justify-items: center;
  overflow: auto;
  padding: 2rem;
  position: absolute;
  text-align: center;
}
h2 {
  font-size: 1.5rem;
  font-weight: 650;
  line-height: 1.2;
  margin: 0;
}
p {
  color: var(--ot-text-muted, light-dark(#565d6b, #a7aebc));
  margin: 0;
  max-inline-size: 30rem;
}
button {
  background: var(--ot-accent, light-dark(#3056d3, #a9bcff));
  border: 1px solid transparent;
  border-radius: calc(var(--ot-radius, 1rem) * 0.625);
  color: var(--ot-accent-text, light-dark(#ffffff, #0f1a45));
  cursor: pointer;
  font: inherit;
  font-weight: 600;
  margin-block-start: 0.75rem;
  min-block-size: 2.75rem;
  padding: 0.5rem 1.125rem;
}
:focus-visible {
  outline: 3px solid var(--ot-accent, light-dark(#3056d3, #a9bcff));
  outline-offset: 2px;
}
`
