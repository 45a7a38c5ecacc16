import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The width of an element and the reader's text size, in pixels; an estimate until the first layout. */
export const useElementSize = (element: RefObject<HTMLElement | null>): { width: number; textSize: number } => {
  const [size, setSize] = useState({ width: 328, textSize: 16 });
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => {
      const width = Math.round(target.clientWidth);
      const textSize = Number.parseFloat(getComputedStyle(target).fontSize) || 16;
      if (width > 0) setSize((old) => (old.width === width && old.textSize === textSize ? old : { width, textSize }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
};
