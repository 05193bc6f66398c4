// A scanner of QR codes.
import jsQR from 'jsqr';

/** What a scanner reads of an element as it is on the screen. */
export async function scanned(page, element) {
  const picture = (await element.screenshot()).toString('base64');
  const { width, height, pixels } = await page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { width, height, data } = canvas.getImageData(0, 0, image.width, image.height);
    return { width, height, pixels: [...data] };
  }, picture);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}
