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

  .field > input,
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

  .option {
    align-items: center;
    border-radius: var(--_radius-small);
    cursor: pointer;
    display: flex;
    gap: 0.625rem;
    min-block-size: 2.125rem;
    padding: 0.125rem 0.5rem;
  }

  .option:hover {
    background: var(--_raised);
  }

  .option input {
    accent-color: var(--_accent);
    block-size: 1.125rem;
    flex: none;
    inline-size: 1.125rem;
    margin: 0;
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
