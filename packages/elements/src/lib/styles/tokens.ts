import { css } from 'lit'

/** The scale that everything is made of; each `--ot-*` property overrides one step from outside. */
export const tokens = css`
  :host {
    --_accent: var(--ot-accent, light-dark(#3056d3, #a9bcff));
    --_accent-text: var(--ot-accent-text, light-dark(#ffffff, #0f1a45));
    --_surface: var(--ot-surface, light-dark(#ffffff, #14161b));
    --_raised: var(--ot-surface-raised, light-dark(#f3f4f7, #20242c));
    --_stage: var(--ot-stage, light-dark(#eceef3, #0d0e12));
    --_tile: var(--ot-tile, light-dark(#dadee8, #20242c));
    --_text: var(--ot-text, light-dark(#171a21, #f1f3f7));
    --_muted: var(--ot-text-muted, light-dark(#565d6b, #a7aebc));
    --_border: var(--ot-border, light-dark(#d5d9e2, #363c48));
    --_control: var(--ot-control-border, light-dark(#7f8797, #767e8e));
    --_danger: var(--ot-danger, light-dark(#c4302b, #ff8f88));
    --_danger-text: var(--ot-danger-text, light-dark(#ffffff, #3d0805));
    --_speaking: var(--ot-speaking, light-dark(#159455, #4cd58c));
    --_radius: var(--ot-radius, 1rem);
    --_radius-small: calc(var(--_radius) * 0.625);
    --_font: var(--ot-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);

    color: var(--_text);
    font-family: var(--_font);
    font-size: 1rem;
    line-height: 1.5;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  svg {
    inline-size: 1.375rem;
    block-size: 1.375rem;
    flex: none;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.001ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
    }
  }
`
