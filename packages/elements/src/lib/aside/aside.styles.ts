import { css } from 'lit'

/** For what stands beside the people. */
export const asideStyles = css`
  :host {
    background: var(--_surface);
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }

  header {
    align-items: center;
    display: flex;
    justify-content: space-between;
    padding-block: 0.5rem;
    padding-inline: 1rem 0.5rem;
  }

  h2 {
    font-size: 1.0625rem;
  }

  header button {
    background: none;
    color: var(--_muted);
    inline-size: 2.75rem;
    padding: 0;
  }

  header button[hidden] {
    display: none;
  }

  header button:hover {
    background: var(--_raised);
  }
`
