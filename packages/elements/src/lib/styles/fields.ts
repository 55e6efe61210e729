import { css } from 'lit'

/** Labelled fields and pickers. */
export const fields = css`
  .field {
    display: grid;
    gap: 0.375rem;
  }

  .field > span:first-child {
    font-size: 0.875rem;
    font-weight: 550;
  }

  .field input,
  select {
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    color: inherit;
    font: inherit;
    inline-size: 100%;
    min-block-size: 2.75rem;
    min-inline-size: 0;
    padding: 0.5rem 0.75rem;
    text-overflow: ellipsis;
  }

  .select {
    display: grid;
    position: relative;
  }

  .select select {
    appearance: none;
    padding-inline-end: 2.5rem;
  }

  .select svg {
    block-size: 1.25rem;
    color: var(--_muted);
    inline-size: 1.25rem;
    inset-block: 0;
    inset-inline-end: 0.75rem;
    margin-block: auto;
    pointer-events: none;
    position: absolute;
  }
`
