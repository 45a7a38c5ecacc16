import './qr-code.css';
import { useMemo } from 'preact/hooks';
import { drawQr } from './qr-modules.ts';

export type QrCodeProps = {
  /** One of the two. */
  readonly text?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
  /** What it is: « Fiche de référence de … ». */
  readonly label: string;
  /** Side as CSS length; as wide as its place, up to 20rem, unless said. */
  readonly size?: string | undefined;
};

/** Black on white in every theme: cameras read it so. */
export const QrCode = ({ text, bytes, label, size }: QrCodeProps) => {
  const { modules, path } = useMemo(
    () => drawQr(bytes === undefined ? { text: text ?? '' } : { bytes }),
    [text, bytes],
  );
  // The standard asks for a quiet zone of four modules.
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
