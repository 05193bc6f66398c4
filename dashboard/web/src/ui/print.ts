// What is made for paper: its style sheet, and the foot of its pages.
import '../style/print.css';
import { useEffect } from 'preact/hooks';

/** The property of the document that the printed page's foot is read from. */
export const footProperty = '--printed-foot';

/** A text as a string of CSS. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;
}

/** Writes a text at the foot of every printed page, as long as the component is shown. */
export function useFoot(text: string): void {
  useEffect(() => {
    const root = document.documentElement;
    root.style.setProperty(footProperty, cssString(text));
    return () => void root.style.removeProperty(footProperty);
  }, [text]);
}
