/** Lets the browser answer requests for devices as it does in one of these cases. */
export function pretendDevices(answer: 'granted' | 'unasked' | 'denied' | 'missing'): void {
  const { mediaDevices, permissions } = navigator
  permissions.query = async ({ name }) =>
    ({ name, state: answer === 'unasked' ? 'prompt' : 'granted' }) as PermissionStatus
  if (answer === 'denied' || answer === 'missing') {
    const name = answer === 'denied' ? 'NotAllowedError' : 'NotFoundError'
    mediaDevices.getUserMedia = async () => {
      throw new DOMException('Pretended.', name)
    }
  }
}
