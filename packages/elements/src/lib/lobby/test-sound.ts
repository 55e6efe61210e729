/** Plays two short tones on a loudspeaker, or on the system's; a failure is silence. */
export async function playTestSound(deviceId: string | undefined): Promise<void> {
  const audio = new AudioContext()
  try {
    const out = new MediaStreamAudioDestinationNode(audio)
    const player = new Audio()
    player.srcObject = out.stream
    if (deviceId !== undefined && 'setSinkId' in player) await player.setSinkId(deviceId)
    const volume = new GainNode(audio, { gain: 0.2 })
    volume.connect(out)
    const last = [440, 660].map((frequency, index) => tone(audio, { frequency, at: index * 0.35 }))
    for (const each of last) each.connect(volume)
    await player.play()
    await new Promise((resolve) => last.at(-1)?.addEventListener('ended', resolve))
  } finally {
    await audio.close()
  }
}

function tone(
  audio: AudioContext,
  { frequency, at }: { readonly frequency: number; readonly at: number },
): OscillatorNode {
  const oscillator = new OscillatorNode(audio, { frequency })
  oscillator.start(audio.currentTime + at)
  oscillator.stop(audio.currentTime + at + 0.3)
  return oscillator
}
