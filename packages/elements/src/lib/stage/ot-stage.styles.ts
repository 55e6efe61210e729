import { css } from 'lit'

export const stageStyles = css`
  :host {
    --_gap: var(--ot-gap, 0.75rem);

    background: var(--_stage);
    display: block;
    overflow: hidden;
    position: relative;
  }

  ul {
    gap: var(--_gap);
    inset: var(--_gap);
    list-style: none;
    margin: 0;
    padding: 0;
    position: absolute;
  }

  /* Where each one is, the stage computes. */
  li {
    display: grid;
    position: absolute;
    transition:
      inset 0.25s ease-out,
      inline-size 0.25s ease-out,
      block-size 0.25s ease-out;
  }

  .floats {
    z-index: 1;
  }

  .floats ot-tile {
    box-shadow: 0 0.5rem 1.5rem rgb(10 12 20 / 0.35);
    outline: 2px solid var(--_surface);
  }

  .alone {
    background: var(--_surface);
    border-radius: 1.375rem;
    box-shadow: 0 0.5rem 1.5rem rgb(10 12 20 / 0.16);
    font-size: 0.9375rem;
    inline-size: fit-content;
    inset-block-start: calc(var(--_gap) * 2);
    inset-inline: 0;
    margin-inline: auto;
    max-inline-size: calc(100% - 4 * var(--_gap));
    padding: 0.5rem 1.125rem;
    position: absolute;
    text-align: center;
  }

  .alone strong {
    font-weight: 600;
  }

  .alone span {
    color: var(--_muted);
  }
`
