import { css } from 'lit'

export const chatStyles = css`
  .empty {
    align-content: center;
    color: var(--_muted);
    display: grid;
    flex: 1;
    font-size: 0.9375rem;
    gap: 0.25rem;
    justify-items: center;
    padding: 1rem;
    text-align: center;
    text-wrap: balance;
  }

  .empty strong {
    color: var(--_text);
  }

  ol {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.75rem;
    list-style: none;
    margin: 0;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.25rem 1rem 0.75rem;
  }

  ol[hidden] {
    display: none;
  }

  ol:focus-visible {
    outline-offset: -3px;
  }

  /* A few words stand at the end, where the next ones are written. */
  li:first-child {
    margin-block-start: auto;
  }

  li {
    align-items: start;
    display: flex;
    flex-direction: column;
    gap: 0.25rem;
    max-inline-size: 100%;
  }

  li.own {
    align-items: end;
  }

  .who {
    color: var(--_muted);
    display: flex;
    font-size: 0.8125rem;
    gap: 0.5rem;
    max-inline-size: 100%;
  }

  bdi {
    color: var(--_text);
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .text {
    background: var(--_raised);
    border-radius: var(--_radius-small);
    font-size: 0.9375rem;
    line-height: 1.4;
    max-inline-size: 94%;
    overflow-wrap: anywhere;
    padding: 0.5rem 0.75rem;
    white-space: pre-wrap;
  }

  .own .text {
    background: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
  }

  a {
    color: var(--_accent);
  }

  form {
    align-items: end;
    border-block-start: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding: 0.75rem;
  }

  textarea {
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    color: inherit;
    field-sizing: content;
    flex: 1;
    font: inherit;
    font-size: 0.9375rem;
    line-height: 1.4;
    max-block-size: 8rem;
    min-block-size: 2.75rem;
    min-inline-size: 0;
    padding: 0.5rem 0.75rem;
    resize: none;
  }

  form button {
    flex: none;
    inline-size: 2.75rem;
    padding: 0;
  }

  form svg:dir(rtl) {
    scale: -1 1;
  }

  .trouble {
    color: color-mix(in oklab, var(--_danger) 85%, var(--_text));
    flex: 1 0 100%;
    font-size: 0.875rem;
  }
`
