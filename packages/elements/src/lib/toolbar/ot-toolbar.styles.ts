import { css } from 'lit'

export const toolbarStyles = css`
  :host {
    background: var(--_surface);
    display: block;
    position: relative;
  }

  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
    justify-content: center;
    padding: 0.875rem 0.75rem;
  }

  .toggle {
    background: var(--_raised);
    color: var(--_text);
  }

  .toggle:hover,
  .toggle[aria-expanded='true'] {
    background: color-mix(in oklab, var(--_raised) 88%, var(--_text));
  }

  .toggle[aria-pressed='false']:not(.share, .captions) {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_surface));
    color: color-mix(in oklab, var(--_danger) 80%, var(--_text));
  }

  .toggle:is(.share, .captions)[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_accent-text);
  }

  .toggle[aria-busy='true'] svg {
    animation: pulse 1.1s ease-in-out infinite alternate;
  }

  button.leave {
    background: var(--_danger);
    border-radius: 1.5rem;
    color: var(--_danger-text);
    inline-size: 4.25rem;
    margin-inline-start: 0.25rem;
  }

  button.leave:hover {
    background: color-mix(in oklab, var(--_danger) 86%, var(--_text));
  }

  .panel {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: 0 1rem 2.5rem rgb(10 12 20 / 0.24);
    display: grid;
    font-size: 0.9375rem;
    gap: 0.875rem;
    inline-size: min(20rem, calc(100% - 1.5rem));
    inset-block-end: calc(100% - 0.25rem);
    inset-inline: 0;
    margin-inline: auto;
    /* As high as the call leaves room for above the bar. */
    max-block-size: calc(100cqb - 5.5rem);
    overflow-y: auto;
    padding: 1rem;
    position: absolute;
    z-index: 2;
  }

  .panel.reactions {
    display: grid;
    inline-size: fit-content;
    max-inline-size: calc(100% - 1.5rem);
  }

  .kinds {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-around;
  }

  .kind {
    background: none;
    font-size: 1.5rem;
    inline-size: 2.625rem;
    line-height: 1;
    padding: 0;
  }

  .kind:hover {
    background: var(--_raised);
  }

  .count {
    background: var(--_accent);
    border-radius: 1rem;
    color: var(--_accent-text);
    font-size: 0.75rem;
    font-weight: 700;
    inset-block-start: -0.125rem;
    inset-inline-end: -0.125rem;
    line-height: 1.25rem;
    min-inline-size: 1.25rem;
    padding-inline: 0.25rem;
    position: absolute;
  }

  .group {
    display: grid;
    gap: 0.875rem;
  }

  .devices {
    display: grid;
    gap: 0.625rem;
  }

  .guests,
  .caption {
    display: grid;
    gap: 0.5rem;
  }

  .guests ul {
    display: grid;
    gap: 0.75rem;
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .guests li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .guests li button {
    flex: 1;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.75rem;
  }

  .guest {
    flex: 1 0 100%;
    overflow-wrap: anywhere;
  }

  h2 {
    margin: 0;
  }

  fieldset {
    border: 0;
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  legend,
  h2 {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
    padding: 0 0 0.25rem;
  }

  /* Two in a row, but for words that need more. */
  fieldset .option {
    flex: 1 0 auto;
    min-inline-size: 50%;
  }

  .windows {
    display: grid;
    gap: 0.5rem;
  }

  .windows button {
    justify-content: start;
  }

  /* Shown on hover and focus; the button has its own accessible name. */
  .tip {
    background: var(--_text);
    border-radius: 0.5rem;
    color: var(--_surface);
    font-size: 0.8125rem;
    font-weight: 500;
    inset-block-end: calc(100% + 0.5rem);
    inset-inline-start: 50%;
    opacity: 0;
    padding: 0.25rem 0.625rem;
    pointer-events: none;
    position: absolute;
    transition: opacity 0.15s;
    translate: -50%;
    visibility: hidden;
    white-space: nowrap;
  }

  .tip:dir(rtl) {
    translate: 50%;
  }

  button:hover > .tip,
  button:focus-visible > .tip {
    opacity: 1;
    visibility: visible;
  }

  /* Behind what it has opened. */
  button[aria-expanded='true'] > .tip {
    visibility: hidden;
  }

  @keyframes pulse {
    to {
      opacity: 0.35;
    }
  }

  /* What is used beside how it looks, so that all of it is in sight. */
  @container (min-inline-size: 44rem) {
    .panel:not(.reactions) {
      align-items: start;
      column-gap: 1.5rem;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      inline-size: 40rem;
    }

    .guests {
      grid-column: 1 / -1;
    }
  }

  /* Two rows of the same length rather than one and a bit. */
  @container (max-inline-size: 30rem) {
    .bar {
      gap: 0.5rem;
      margin-inline: auto;
      max-inline-size: 17rem;
      padding: 0.5rem;
    }

    .bar:has(.captions) {
      max-inline-size: 18rem;
    }

    .panel {
      max-block-size: calc(100cqb - 8.5rem);
    }
  }
`
