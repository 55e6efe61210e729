/** What is in a WebSocket message of a server, which `ws` itself reads in the tests of the socket. */
export function dataOf(message: Uint8Array): Uint8Array {
  const size = message[1] ?? 0
  return message.subarray(size === 127 ? 10 : size === 126 ? 4 : 2)
}
