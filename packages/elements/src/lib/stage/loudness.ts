/** How loud a level sounds, 0 to 1: hearing is logarithmic, and what is below -30 dB is not speech. */
export function loudness(level: number): number {
  if (level <= 0) return 0
  return Math.min(1, Math.max(0, Math.log10(level) / 1.5 + 1))
}
