/** Whether the camera and the microphone were allowed before, so that opening them asks nothing. */
export async function mayStartUnasked(): Promise<boolean> {
  try {
    const answers = await Promise.all(
      (['camera', 'microphone'] as const).map((name) => navigator.permissions.query({ name })),
    )
    return answers.every(({ state }) => state === 'granted')
  } catch {
    // Browsers that do not tell are treated as ones that would ask.
    return false
  }
}
