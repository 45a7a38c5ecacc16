import { useEffect, useState } from 'preact/hooks';

/**
 * Renders the component again while `running`, by default five times a second: enough for a clock, light on a weak
 * phone.
 */
export const useTicks = (running: boolean, everyMs = 200): void => {
  const [, draw] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => draw((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
};
