import { useEffect, useState } from 'preact/hooks';

/**
 * Renders the component again while `running`, five times a second by default: enough for a clock, light on a phone.
 */
export const useTicks = (running: boolean, everyMs = 200): void => {
  const [, draw] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => draw((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
};
