import { css } from 'lit'

export const stageStyles = css`
  :host {
    background: var(--_stage);
    display: block;
    overflow: hidden;
    position: relative;
  }

  ul {
    align-content: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    inset: var(--_gap);
    justify-content: center;
    list-style: none;
    margin: 0;
    padding: 0;
    position: absolute;
  }

  li {
    block-size: var(--_tile-height, 100%);
    display: grid;
    inline-size: var(--_tile-width, 100%);
  }

  .alone {
    background: var(--_surface);
    border-radius: 999px;
    box-shadow: 0 0.5rem 1.5rem rgb(10 12 20 / 0.16);
    font-size: 0.9375rem;
    inset-block-start: calc(var(--_gap) * 2);
    inset-inline: 0;
    inline-size: fit-content;
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

  :host {
    --_gap: var(--ot-gap, 0.75rem);
  }
`
