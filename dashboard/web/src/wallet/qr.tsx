// A QR code, drawn here: nobody else is asked for it.
import { encode } from 'uqr';

/** The border of a code, in modules: a scanner needs four to find it. */
const border = 4;

/** The most bytes that a code of this strength has room for. */
const most = 2331;

/** The code of a text, in black on white whatever the page's colours. Nothing where the text is too long for one. */
export default function Qr({ text, label }: { text: string; label: string }) {
  if (new TextEncoder().encode(text).length > most) return null;
  const { size, data } = encode(text, { ecc: 'M', border });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
