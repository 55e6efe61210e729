import { css } from 'lit'

/** For what is shown beyond the lobby. */
export const beyondStyles = css`
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

  .call {
    container-type: size;
    display: grid;
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
    position: relative;
  }

  ot-stage {
    grid-area: 1 / 1;
  }

  ot-toolbar {
    grid-area: 3 / 1 / auto / -1;
  }

  /* Below the people, so that nobody's face and mouth is covered. */
  ot-captions {
    grid-area: 2 / 1;
  }

  /* Over the people where there is no room beside them. */
  .aside {
    grid-area: 1 / 1 / span 2 / -1;
    z-index: 1;
  }

  @container (min-inline-size: 44rem) {
    .aside {
      border-inline-start: 1px solid var(--_border);
      grid-area: 1 / 2 / span 2;
      inline-size: 20rem;
    }
  }

  .recording {
    align-items: center;
    background: rgb(12 14 19 / 0.72);
    border-radius: 0.625rem;
    color: #ffffff;
    display: flex;
    font-size: 0.8125rem;
    font-weight: 550;
    gap: 0.5rem;
    inset-block-start: 1.25rem;
    inset-inline-start: 1.25rem;
    line-height: 1.25;
    padding: 0.3125rem 0.625rem;
    pointer-events: none;
    position: absolute;
  }

  .dot {
    animation: glow 1.2s ease-in-out infinite alternate;
    background: #ff6259;
    block-size: 0.625rem;
    border-radius: 50%;
    inline-size: 0.625rem;
  }

  @keyframes glow {
    to {
      opacity: 0.35;
    }
  }

  .notices {
    display: grid;
    gap: 0.5rem;
    inset-block-start: 0.75rem;
    inset-inline: 0.75rem;
    justify-items: center;
    pointer-events: none;
    position: absolute;
    z-index: 1;
  }

  /* Nothing covers the sign that a recording is being made. */
  .call:has(.recording) .notices {
    inset-block-start: 3.5rem;
  }

  .notice {
    align-items: center;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: 0 0.75rem 2rem rgb(10 12 20 / 0.18);
    display: flex;
    font-size: 0.9375rem;
    gap: 0.75rem;
    line-height: 1.4;
    max-inline-size: 40rem;
    padding: 0.625rem 1rem;
    pointer-events: auto;
  }

  .notice > svg {
    color: var(--_danger);
  }

  .notice[part~='knock'] > svg {
    color: var(--_muted);
  }

  /* The panel says the same and would cover it. */
  .call:has(ot-toolbar[panel='more']) .notice[part~='knock'] {
    display: none;
  }

  .notice button {
    flex: none;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.875rem;
  }

  .notice .close {
    background: none;
    color: var(--_muted);
    inline-size: 2.25rem;
    margin-inline-start: -0.375rem;
    padding: 0;
  }

  .outcome .detail {
    background: var(--_raised);
    border-radius: var(--_radius-small);
    color: var(--_text);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
    padding: 0.5rem 0.875rem;
  }

  .outcome-icon {
    align-items: center;
    background: var(--_raised);
    block-size: 4rem;
    border-radius: 50%;
    color: var(--_muted);
    display: flex;
    inline-size: 4rem;
    justify-content: center;
    margin-block-end: 0.75rem;
  }

  .outcome-icon svg {
    block-size: 1.75rem;
    inline-size: 1.75rem;
  }

  .outcome-icon:has(video) {
    block-size: auto;
    border-radius: var(--_radius);
    inline-size: min(18rem, 100%);
    overflow: hidden;
  }

  .outcome-icon video {
    aspect-ratio: 16 / 9;
    inline-size: 100%;
    object-fit: cover;
    scale: -1 1;
  }

  progress {
    accent-color: var(--_accent);
    block-size: 0.375rem;
    inline-size: min(14rem, 100%);
    margin-block-start: 0.5rem;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    justify-content: center;
    margin-block-start: 1rem;
  }

  h2:focus-visible {
    outline: none;
  }

  .notice .spinner {
    block-size: 1.25rem;
    inline-size: 1.25rem;
  }

  @container (max-inline-size: 30rem) {
    .notice {
      flex-wrap: wrap;
      justify-content: center;
      text-align: center;
    }

    .notice > svg {
      display: none;
    }
  }
`
