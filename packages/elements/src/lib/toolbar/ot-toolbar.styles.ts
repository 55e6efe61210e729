import { css } from 'lit'

export const toolbarStyles = css`
  :host {
    display: block;
  }

  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    justify-content: center;
    padding: 0.875rem 1rem;
  }

  .toggle {
    background: var(--_raised);
    color: var(--_text);
  }

  .toggle:hover {
    background: color-mix(in oklab, var(--_raised) 88%, var(--_text));
  }

  .toggle[aria-pressed='false'] {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_surface));
    color: color-mix(in oklab, var(--_danger) 80%, var(--_text));
  }

  .toggle[aria-busy='true'] svg {
    animation: pulse 1.1s ease-in-out infinite alternate;
  }

  button.leave {
    background: var(--_danger);
    border-radius: 1.5rem;
    color: var(--_danger-text);
    inline-size: 4.25rem;
    margin-inline-start: 0.5rem;
  }

  button.leave:hover {
    background: color-mix(in oklab, var(--_danger) 86%, var(--_text));
  }

  @keyframes pulse {
    to {
      opacity: 0.35;
    }
  }
`
