import { css } from 'lit'

/** Text buttons, and the round ones with an icon. */
export const buttons = css`
  button {
    align-items: center;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    font-weight: 600;
    gap: 0.5rem;
    justify-content: center;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    transition:
      background-color 0.15s,
      scale 0.15s;
  }

  button:active {
    scale: 0.97;
  }

  button.primary {
    background: var(--_accent);
    color: var(--_accent-text);
  }

  button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }

  button.secondary {
    background: transparent;
    border-color: var(--_control);
    color: var(--_text);
  }

  button.secondary:hover {
    background: var(--_raised);
  }

  button.round {
    block-size: 3rem;
    border-radius: 50%;
    inline-size: 3rem;
    padding: 0;
    position: relative;
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

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }

    button[aria-pressed='true'] {
      border-width: 3px;
    }
  }
`
