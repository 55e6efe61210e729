import { css } from 'lit'

export const roomStyles = css`
  :host {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    color-scheme: var(--ot-color-scheme, light dark);
    container-type: inline-size;
    display: block;
    min-block-size: var(--ot-min-block-size, 36rem);
    overflow: hidden;
    position: relative;
    text-align: start;
  }

  /* Not the host itself: a page may give that any display it likes. */
  .frame {
    block-size: 100%;
    display: grid;
    grid-template: 1fr / minmax(0, 1fr);
    min-block-size: inherit;
    overflow: auto;
  }

  .outcome {
    align-content: center;
    display: grid;
    gap: 0.625rem;
    justify-items: center;
    padding: 2rem clamp(1rem, 6cqi, 3rem);
    text-align: center;
  }

  .outcome p {
    color: var(--_muted);
    max-inline-size: 30rem;
    text-wrap: balance;
  }

  .spinner {
    animation: turn 0.9s linear infinite;
    block-size: 1.75rem;
    border: 3px solid color-mix(in oklab, var(--_accent) 25%, transparent);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    flex: none;
    inline-size: 1.75rem;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`
