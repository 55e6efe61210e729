import { css } from 'lit'

/** For words that only a screen reader shall find. */
export const visuallyHidden = css`
  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
`
