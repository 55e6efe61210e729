import { css } from 'lit'

export const peopleStyles = css`
  /* In a box that is too low for all of it, all of it scrolls, and nothing lies over the toolbar. */
  :host {
    overflow: hidden auto;
  }

  ul {
    flex: 1 1 0;
    list-style: none;
    margin: 0;
    min-block-size: 4rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 0.5rem 0.5rem;
  }

  li {
    align-items: center;
    border-radius: var(--_radius-small);
    column-gap: 0.5rem;
    display: grid;
    font-size: 0.9375rem;
    grid-template-columns: minmax(0, 1fr) auto auto;
    min-block-size: 2.75rem;
    padding-inline: 0.5rem 0.25rem;
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .marks {
    color: var(--_muted);
    display: flex;
    gap: 0.375rem;
  }

  .marks svg,
  .quiet svg {
    block-size: 1.25rem;
    display: block;
    inline-size: 1.25rem;
  }

  .hand {
    color: var(--_accent);
  }

  .acts {
    display: flex;
  }

  .quiet {
    background: none;
    color: var(--_muted);
    inline-size: 2.5rem;
    min-block-size: 2.5rem;
    padding: 0;
  }

  .quiet:hover,
  .quiet[aria-expanded='true'] {
    background: var(--_raised);
    color: var(--_text);
  }

  .question,
  .host {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .question {
    background: var(--_raised);
    border-radius: var(--_radius-small);
    grid-column: 1 / -1;
    margin-block: 0.25rem 0.5rem;
    padding: 0.75rem;
  }

  .question p,
  .host p {
    flex: 1 0 100%;
    overflow-wrap: anywhere;
  }

  .question button,
  .host button {
    flex: 1 0 auto;
    font-size: 0.9375rem;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.75rem;
  }

  .host {
    border-block-start: 1px solid var(--_border);
    padding: 0.75rem;
  }

  .danger {
    background: transparent;
    border-color: var(--_danger);
    color: color-mix(in oklab, var(--_danger) 85%, var(--_text));
  }

  .danger:hover {
    background: color-mix(in oklab, var(--_danger) 12%, var(--_surface));
  }
`
