/** In hertz: enough for a voice, and a minute is two megabytes. */
const rate = 16_000;

/** A sound of any kind this browser can read, as plain samples of one channel: what the server takes. Throws what `decodeAudioData` throws. */
export async function encodeWav(file: Blob): Promise<Blob> {
  const decoder = new OfflineAudioContext(1, 1, rate);
  // Comes at the rate asked for, so what is left is to make one channel of two.
  const sound = await decoder.decodeAudioData(await file.arrayBuffer());
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
  const bytes = new DataView(new ArrayBuffer(44 + sound.length * 2));
  const write = (at: number, text: string): void => {
    for (const [i, letter] of [...text].entries()) bytes.setUint8(at + i, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  bytes.setUint32(4, 36 + sound.length * 2, true);
  write(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  write(36, 'data');
  bytes.setUint32(40, sound.length * 2, true);
  for (let i = 0; i < sound.length; i++) {
    const level = channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length;
    bytes.setInt16(44 + i * 2, Math.round(Math.max(-1, Math.min(1, level)) * 32_767), true);
  }
  return new Blob([bytes.buffer], { type: 'audio/wav' });
}
