/** How much a publisher may send: all it wants, until its packets do not arrive. */
export interface BandwidthGrant {
  /** The next grant, in bits per second, after a second in which this part of the packets was lost. */
  next(second: { readonly received: number; readonly loss: number }): number
}

const most = 6_000_000
const least = 60_000
const tolerableLoss = 0.1
const negligibleLoss = 0.03

export function createBandwidthGrant(): BandwidthGrant {
  let granted = most
  return {
    next: ({ received, loss }) => {
      if (loss > tolerableLoss) granted = Math.max(least, received * (1 - loss / 2))
      else if (loss < negligibleLoss) granted = Math.min(most, granted * 1.15)
      return Math.round(granted)
    },
  }
}
