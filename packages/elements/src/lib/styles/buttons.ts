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

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }

    button[aria-pressed='true'] {
      border-width: 3px;
    }
  }
`
