/** Lets the browser answer requests for devices as it does in one of these cases. */
export function pretendDevices(
  answer: 'granted' | 'unasked' | 'denied' | 'missing' | 'system',
): void {
  const { mediaDevices, permissions } = navigator
  permissions.query = async ({ name }) =>
    ({ name, state: answer === 'unasked' ? 'prompt' : 'granted' }) as PermissionStatus
  if (answer !== 'granted' && answer !== 'unasked') {
    const name = answer === 'missing' ? 'NotFoundError' : 'NotAllowedError'
    mediaDevices.getUserMedia = async () => {
      throw new DOMException(`Denied by ${answer === 'system' ? answer : 'pretence'}.`, name)
    }
  }
}
