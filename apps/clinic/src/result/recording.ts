/** The microphone of the phone: begins to record and gives the sound when stopped. */
import { err, ok, type Result } from '@denba/quantities/result';

export type Recording = { readonly stop: () => Promise<Blob> };
export type RecordingError = { readonly kind: 'absent' | 'refused' };

export const startRecording = async (): Promise<Result<Recording, RecordingError>> => {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined || !('MediaRecorder' in globalThis)) return err({ kind: 'absent' });
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return err({ kind: refused ? 'refused' : 'absent' });
  }
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  return ok({
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop();
          resolve(new Blob(pieces, { type: recorder.mimeType }));
        };
        recorder.stop();
      }),
  });
};
