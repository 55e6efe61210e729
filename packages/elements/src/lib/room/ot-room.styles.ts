import { css } from 'lit'

export const roomStyles = css`
  /* Not the host itself: a page may give that any display it likes. */
  .frame {
    display: grid;
    grid-template: 1fr / minmax(0, 1fr);
    inset: 0;
    overflow: auto;
    position: absolute;
  }

  .speechless {
    align-items: center;
    background: var(--_raised);
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    justify-content: center;
    padding: 0.5rem 1rem;
  }

  /* The rest of the height is for the room. */
  .frame:has(.speechless) {
    grid-template: auto 1fr / minmax(0, 1fr);
  }

  .outcome {
    align-items: center;
    display: flex;
    flex-direction: column;
    gap: 0.625rem;
    justify-content: center;
    padding: 2rem clamp(1rem, 6cqi, 3rem);
    text-align: center;
  }

  /* What can be done stays in sight in a box that is too low for all of it. */
  .outcome .actions {
    background: linear-gradient(transparent, var(--_surface) 0.5rem);
    inset-block-end: 0;
    padding-block: 0.5rem;
    position: sticky;
    z-index: 1;
  }

  .outcome p {
    color: var(--_muted);
    max-inline-size: 30rem;
    text-wrap: balance;
  }
`
