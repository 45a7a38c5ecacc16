/** Reads a card aloud with the phone's speech synthesis, where it has a voice for the language. */

/** `null` when this phone has no voice for the language. Voices may load late: ask again when the screen is shown. */
export const voiceFor = (language: string): SpeechSynthesisVoice | null => {
  if (!('speechSynthesis' in globalThis)) return null;
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.toLowerCase().startsWith(language));
  // A voice installed on the phone is preferred, because it needs no network.
  return voices.find(({ localService }) => localService) ?? voices[0] ?? null;
};

/** Speaks the text; resolves when it ends or is stopped. */
export const speak = (text: string, voice: SpeechSynthesisVoice): Promise<void> =>
  new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => resolve();
    words.onerror = () => resolve();
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  });

export const stopSpeaking = (): void => {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
};
