import { css } from 'lit'

export const tileStyles = css`
  :host {
    background: var(--_tile);
    border-radius: var(--_radius);
    container-type: size;
    display: block;
    overflow: hidden;
    position: relative;
  }

  /* The speaking ring; its strength follows the voice. */
  .ring {
    block-size: 100%;
    border-radius: inherit;
    color: var(--_speaking);
    inline-size: 100%;
    inset: 0;
    pointer-events: none;
    position: absolute;
    z-index: 1;
  }

  .media,
  video {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    inset: 0;
    object-fit: cover;
    position: absolute;
  }

  .media {
    opacity: 0;
    transition: opacity 0.25s;
  }

  .media.shown {
    opacity: 1;
  }

  .media.mirrored video {
    scale: -1 1;
  }

  .media.screen video {
    object-fit: contain;
  }

  .avatar {
    align-items: center;
    block-size: clamp(1.75rem, min(28cqi, 52cqb), 7.5rem);
    background: oklch(0.86 0.075 var(--_hue, 265));
    border-radius: 50%;
    color: oklch(0.32 0.1 var(--_hue, 265));
    display: flex;
    aspect-ratio: 1;
    font-size: clamp(0.75rem, min(10cqi, 20cqb), 2.75rem);
    font-weight: 600;
    inset: 0;
    justify-content: center;
    letter-spacing: -0.02em;
    margin: auto;
    position: absolute;
  }

  .label {
    align-items: center;
    background: rgb(12 14 19 / 0.72);
    border-radius: 0.625rem;
    color: #ffffff;
    display: flex;
    font-size: 0.875rem;
    font-weight: 550;
    gap: 0.375rem;
    inset-block-end: 0.625rem;
    inset-inline-start: 0.625rem;
    line-height: 1.25;
    max-inline-size: calc(100% - 1.25rem);
    padding: 0.3125rem 0.625rem;
    position: absolute;
  }

  .label svg {
    block-size: 1rem;
    color: #ffb4ae;
    inline-size: 1rem;
  }

  .label .hand svg {
    color: #ffd978;
    display: block;
  }

  .reaction {
    animation: rise 4s ease-out forwards;
    font-size: clamp(1.5rem, min(16cqi, 30cqb), 4rem);
    inset-block-end: 3rem;
    inset-inline: 0;
    line-height: 1;
    margin-inline: auto;
    pointer-events: none;
    position: absolute;
    text-align: center;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 1rem;
    }

    10% {
      opacity: 1;
    }

    80% {
      opacity: 1;
    }

    to {
      opacity: 0;
      translate: 0 -30cqb;
    }
  }

  /* The time is the same, and nothing moves. */
  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: none !important;
    }
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .badge {
    align-items: center;
    background: rgb(12 14 19 / 0.72);
    border-radius: 0.625rem;
    color: #ffdc9b;
    display: flex;
    font-size: 0.8125rem;
    gap: 0.375rem;
    inset-block-start: 0.625rem;
    inset-inline-start: 0.625rem;
    line-height: 1.25;
    max-inline-size: calc(100% - 4.25rem);
    padding: 0.3125rem 0.625rem;
    position: absolute;
  }

  .badge svg {
    block-size: 1rem;
    inline-size: 1rem;
  }

  .pin {
    align-items: center;
    background: rgb(12 14 19 / 0.72);
    block-size: 2.25rem;
    border: 1px solid transparent;
    border-radius: 0.625rem;
    color: #ffffff;
    cursor: pointer;
    display: flex;
    inline-size: 2.25rem;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.5rem;
    justify-content: center;
    opacity: 0;
    padding: 0;
    position: absolute;
    transition: opacity 0.15s;
  }

  .pin svg {
    block-size: 1.125rem;
    inline-size: 1.125rem;
  }

  .pin[aria-pressed='true'] {
    background: #ffffff;
    color: #171a21;
  }

  :host(:hover) .pin,
  .pin:focus-visible,
  .pin[aria-pressed='true'] {
    opacity: 1;
  }

  .pin:focus-visible {
    outline-color: #ffffff;
    outline-offset: -4px;
  }

  @media (hover: none) {
    .pin {
      opacity: 1;
    }
  }

  .failed {
    inset-block-start: 0.75rem;
    inset-inline: 0.75rem;
    color: var(--_muted);
    font-size: 0.875rem;
    position: absolute;
    text-align: center;
  }

  @container (max-inline-size: 16rem) {
    .avatar {
      inset-block-end: 1.75rem;
    }
  }

  @container (max-inline-size: 12rem) {
    .label {
      font-size: 0.75rem;
      inset-block-end: 0.375rem;
      inset-inline-start: 0.375rem;
      max-inline-size: calc(100% - 0.75rem);
    }
  }

  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }

    .avatar {
      border: 2px solid CanvasText;
    }
  }
`
