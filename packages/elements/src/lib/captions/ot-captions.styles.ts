import { css } from 'lit'

export const captionsStyles = css`
  :host {
    background: #0c0e13;
    color: #ffffff;
    display: block;
    font-size: var(--ot-captions-size, 1.125rem);
    line-height: 1.4;
    padding: 0.625rem 1rem;
  }

  /* Whole lines, always as many, and what is said last is in sight. */
  .lines {
    align-content: end;
    block-size: 3lh;
    display: grid;
    margin-inline: auto;
    max-inline-size: 48rem;
    overflow: hidden;
  }

  @container (max-block-size: 24rem) {
    .lines {
      block-size: 2lh;
    }
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  bdi {
    color: #c4cad8;
    font-weight: 650;
    margin-inline-end: 0.25em;
  }

  .empty {
    color: #c4cad8;
    text-align: center;
  }
`
