/** For a document of its own, which none of the page's styles reach. */
export const pipStyles = `
body {
  background: #0d0e12;
  color: #f1f3f7;
  display: grid;
  font: 0.9375rem/1.4 system-ui, sans-serif;
  grid-template: minmax(0, 1fr) auto / 1fr;
  block-size: 100vh;
  margin: 0;
}
video {
  block-size: 100%;
  inline-size: 100%;
  object-fit: contain;
}
.bar {
  display: flex;
  gap: 0.5rem;
  justify-content: center;
  padding: 0.5rem;
}
button {
  align-items: center;
  background: #2a2f39;
  block-size: 2.5rem;
  border: 1px solid #4a5160;
  border-radius: 1.25rem;
  color: inherit;
  cursor: pointer;
  display: flex;
  font: inherit;
  font-weight: 600;
  min-inline-size: 2.5rem;
  justify-content: center;
  padding: 0 0.625rem;
}
button svg {
  block-size: 1.25rem;
  inline-size: 1.25rem;
}
button[aria-pressed='false'] {
  background: #5b2320;
}
.leave {
  background: #ff8f88;
  color: #3d0805;
}
:focus-visible {
  outline: 3px solid #a9bcff;
}
`
