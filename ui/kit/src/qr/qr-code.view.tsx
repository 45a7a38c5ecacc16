import './qr-code.css';
import { useMemo } from 'preact/hooks';
import { drawQr } from './qr-modules.ts';

export type QrCodeProps = {
  /** Give either `text` or `bytes`. */
  readonly text?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
  /** What the code is: « Fiche de référence de … ». */
  readonly label: string;
  /** Side as a CSS length. By default as wide as the container, at most 20rem. */
  readonly size?: string | undefined;
};

/** A QR code, black on white in every theme so that cameras read it. */
export const QrCode = ({ text, bytes, label, size }: QrCodeProps) => {
  const { modules, path } = useMemo(
    () => drawQr(bytes === undefined ? { text: text ?? '' } : { bytes }),
    [text, bytes],
  );
  // The standard requires a quiet zone of four modules on each side.
  const side = modules + 8;
  return (
    <svg
      class="k-qr"
      viewBox={`-4 -4 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
      style={size === undefined ? undefined : { inlineSize: size }}
    >
      <rect x="-4" y="-4" width={side} height={side} class="k-qr__paper" />
      <path d={path} class="k-qr__ink" />
    </svg>
  );
};
