import { css } from 'lit'

export const lobbyStyles = css`
  :host {
    background: var(--_surface);
    display: grid;
    overflow-y: auto;
    padding: clamp(1rem, 4cqi, 3rem);
  }

  form {
    align-items: center;
    display: grid;
    gap: clamp(1.25rem, 4cqi, 3rem);
    inline-size: 100%;
    margin: auto;
    max-inline-size: 64rem;
  }

  .preview {
    aspect-ratio: 4 / 3;
    background: #16181f;
    border-radius: var(--_radius);
    color: #f4f6fa;
    display: grid;
    inline-size: 100%;
    margin-inline: auto;
    max-inline-size: 34rem;
    overflow: hidden;
    place-items: center;
    position: relative;
  }

  .preview video {
    block-size: 100%;
    inline-size: 100%;
    inset: 0;
    object-fit: cover;
    position: absolute;
    scale: -1 1;
  }

  .placeholder {
    display: grid;
    gap: 0.875rem;
    justify-items: center;
    padding: 1.25rem 1.25rem 4.5rem;
    text-align: center;
    text-wrap: balance;
  }

  .placeholder > svg {
    block-size: 2rem;
    inline-size: 2rem;
    opacity: 0.75;
  }

  .placeholder strong {
    font-weight: 600;
  }

  .placeholder p {
    color: #c3c9d6;
    font-size: 0.9375rem;
  }

  .placeholder button {
    background: #ffffff;
    color: #171a21;
  }

  .placeholder:has(button) {
    padding-block-end: 1.25rem;
  }

  .controls {
    display: flex;
    gap: 0.75rem;
    inset-block-end: 0.875rem;
    position: absolute;
  }

  .controls button {
    background: rgb(22 24 31 / 0.72);
    border-color: rgb(255 255 255 / 0.28);
    color: #ffffff;
  }

  .controls button:hover {
    background: rgb(60 65 78 / 0.85);
  }

  .controls button[aria-pressed='false'] {
    background: #ffdad7;
    border-color: transparent;
    color: #7c120f;
  }

  .controls :focus-visible,
  .placeholder :focus-visible {
    outline-color: #ffffff;
    outline-offset: 3px;
  }

  .panel {
    display: grid;
    gap: 1.125rem;
    inline-size: 100%;
    margin-inline: auto;
    max-inline-size: 34rem;
  }

  .title {
    display: grid;
    gap: 0.25rem;
  }

  .room {
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .title h2 {
    font-size: clamp(1.5rem, 4cqi, 2rem);
  }

  .speaker {
    align-items: end;
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .join {
    font-size: 1.0625rem;
    min-block-size: 3.25rem;
  }

  .hint {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .trouble {
    border-inline-start: 3px solid var(--_danger);
    display: grid;
    font-size: 0.875rem;
    padding-inline-start: 0.75rem;
  }

  .trouble span {
    color: var(--_muted);
  }

  .meter {
    block-size: 0.375rem;
    background: color-mix(in oklab, var(--_text) 14%, var(--_surface));
    border-radius: 999px;
    overflow: hidden;
  }

  .meter::before {
    background: var(--_speaking);
    block-size: 100%;
    border-radius: inherit;
    content: '';
    display: block;
    inline-size: calc(var(--ot-level, 0) * 100%);
  }

  @container (min-inline-size: 46rem) {
    form {
      grid-template-columns: minmax(0, 1.45fr) minmax(18rem, 1fr);
    }

    .preview {
      aspect-ratio: 16 / 11;
      max-inline-size: none;
    }
  }

  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }

    .meter {
      border: 1px solid CanvasText;
    }

    .meter::before {
      background: Highlight;
    }
  }
`
