/** Records sound with the phone's microphone, from `startRecording` to `stop`. */
import { err, ok, type Result } from '@denba/quantities/result';

export type Recording = {
  readonly stop: () => Promise<Blob>;
  /** Stops the microphone and discards the recording. */
  readonly drop: () => void;
};
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
  const letGo = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  return ok({
    drop: () => {
      recorder.ondataavailable = null;
      if (recorder.state !== 'inactive') recorder.stop();
      letGo();
    },
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          letGo();
          resolve(new Blob(pieces, { type: recorder.mimeType }));
        };
        recorder.stop();
      }),
  });
};
