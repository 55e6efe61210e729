import { css } from 'lit'

export const lobbyStyles = css`
  :host {
    background: var(--_surface);
    display: grid;
    padding: clamp(1rem, 4cqi, 2rem);
  }

  /* One below the other: what joins stays in sight, whatever is above and below it. */
  form {
    align-items: center;
    display: flex;
    flex-direction: column;
    gap: 1.125rem;
    inline-size: 100%;
    margin: auto;
    max-inline-size: 60rem;
  }

  .preview {
    aspect-ratio: 4 / 3;
    max-block-size: 18rem;
    background: #20242c;
    border-radius: var(--_radius);
    color: #fff;
    display: grid;
    overflow: clip;
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
    align-content: center;
    display: grid;
    gap: 0.75rem;
    justify-items: center;
    place-self: stretch;
    padding: 1.25rem 1.25rem 4.5rem;
    text-align: center;
    text-wrap: balance;
  }

  .placeholder [role='status'] {
    display: contents;
  }

  .placeholder > svg {
    block-size: 2rem;
    inline-size: 2rem;
  }

  .placeholder strong {
    color: #fff;
    display: block;
  }

  .placeholder p {
    color: #c3c9d6;
  }

  .placeholder button {
    background: #fff;
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
    color: #fff;
  }

  .controls button:hover {
    background: rgb(60 65 78 / 0.85);
  }

  .controls button[aria-pressed='false'] {
    background: #ffdad7;
    border-color: transparent;
    color: #7c120f;
  }

  .preview :focus-visible {
    outline-color: #fff;
    outline-offset: 3px;
  }

  .devices {
    align-items: start;
    display: grid;
    gap: 1.125rem;
  }

  .panel {
    display: contents;
  }

  .preview,
  .panel > *,
  .devices {
    inline-size: 100%;
    margin-inline: auto;
    max-inline-size: 34rem;
  }

  .go {
    background: linear-gradient(transparent, var(--_surface) 0.5rem);
    display: grid;
    inset-block-end: 0;
    margin-block: -0.5rem;
    padding-block: 0.5rem;
    position: sticky;
    z-index: 1;
  }

  .title {
    display: grid;
  }

  .room {
    color: var(--_muted);
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

  /* As high as two lines, which a longer label may take. */
  .join {
    font-size: 1.0625rem;
    line-height: 1.2;
    min-block-size: 3.5rem;
    padding-block: 0.375rem;
  }

  /* Three lines from the start: what goes wrong is said here, and nothing moves. */
  .hint {
    color: var(--_muted);
    font-size: 0.875rem;
    min-block-size: 3lh;
  }

  .hint strong,
  .trouble {
    color: var(--_danger);
  }

  .trouble {
    font-size: 0.875rem;
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

  /* Side by side as soon as both have space: what joins is in the upper half of the room then. */
  @container (min-inline-size: 31rem) {
    form {
      display: grid;
      gap: clamp(1.25rem, 4cqi, 3rem);
      grid-template-columns: minmax(0, 1fr) minmax(14rem, 1fr);
    }

    .panel {
      align-items: start;
      display: grid;
      gap: 1.125rem;
    }

    .preview,
    .devices {
      max-inline-size: none;
    }

    .devices {
      grid-column: span 2;
    }
  }

  @container (min-inline-size: 46rem) {
    form {
      grid-template-columns: minmax(0, 1.45fr) minmax(18rem, 1fr);
    }

    .preview {
      aspect-ratio: 16 / 9;
      max-block-size: none;
    }

    .panel {
      grid-row: span 2;
    }

    .devices {
      grid-column: auto;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .speaker {
      grid-column: span 2;
    }
  }

  @container (max-inline-size: 24rem) {
    .placeholder [role='status'] {
      display: contents;
    }

    .placeholder > svg {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .preview,
    .meter {
      border: 1px solid CanvasText;
    }

    .meter::before {
      background: Highlight;
    }
  }
`
