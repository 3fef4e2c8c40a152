import * as mupdf from 'mupdf';
import { Refused, type Rewritten } from './refused.ts';
import { stripJpeg } from './strip-jpeg.ts';

const mostPages = 100;
/** Of one picture in it. */
const mostPixels = 100_000_000;
/** In bytes, of any other part once it is unpacked: text, drawings, a font of Chinese. */
const mostUnpacked = 50_000_000;
/** All of a page that is looked at. What it does when it is opened, printed or pressed stays behind. */
const pageKeys = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group', 'Resources', 'Contents'];
/** What hangs on a picture or a drawing without being part of it: files, addresses, notes of the program that made it. */
const hangers = ['Metadata', 'PieceInfo', 'AF', 'Ref', 'OPI', 'Alternates', 'F', 'FFilter', 'FDecodeParms', 'PS', 'AA', 'A'];
const actions = [
  'JavaScript',
  'Launch',
  'URI',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
];

function open(original: Uint8Array): mupdf.PDFDocument {
  let pdf: mupdf.PDFDocument | null;
  try {
    pdf = mupdf.Document.openDocument(original, 'application/pdf').asPDF();
  } catch {
    throw new Refused('file_broken');
  }
  if (!pdf) throw new Refused('file_broken');
  if (pdf.needsPassword()) throw new Refused('pdf_locked');
  return pdf;
}

/** A copy that holds the pages as they are looked at, and nothing else of the document. */
function copyPages(source: mupdf.PDFDocument): mupdf.PDFDocument {
  const copy = new mupdf.PDFDocument();
  const graft = copy.newGraftMap();
  for (let i = 0; i < source.countPages(); i++) {
    const page = source.findPage(i);
    const clean = copy.newDictionary();
    clean.put('Type', copy.newName('Page'));
    for (const key of pageKeys) {
      const value = page.getInheritable(key);
      if (!value.isNull()) clean.put(key, graft.graftObject(value));
    }
    copy.insertPage(-1, copy.addObject(clean));
  }
  // Which layers show; without it hidden ones would.
  const layers = source.getTrailer().get('Root', 'OCProperties');
  if (!layers.isNull()) copy.getTrailer().get('Root').put('OCProperties', graft.graftObject(layers));
  return copy;
}

const isPhotograph = (stream: mupdf.PDFObject): boolean => {
  const filter = stream.get('Filter');
  return (filter.isArray() && filter.length === 1 ? filter.get(0) : filter).toString() === '/DCTDecode';
};

/** Whether it would fill the memory of whoever opens the document. */
function isTooLarge(stream: mupdf.PDFObject): boolean {
  if (stream.get('Subtype').toString() === '/Image') return stream.get('Width').asNumber() * stream.get('Height').asNumber() > mostPixels;
  return stream.readStream().getLength() > mostUnpacked;
}

/** Takes off what hangs on the things a page is made of; refuses what still could act, wherever it hides. */
function clean(copy: mupdf.PDFDocument): void {
  for (let number = 1; number < copy.countObjects(); number++) {
    const thing = copy.newIndirect(number);
    if (thing.isStream()) {
      for (const key of hangers) thing.delete(key);
      if (isTooLarge(thing)) throw new Refused('file_too_complex');
      if (isPhotograph(thing)) {
        const stripped = stripJpeg(thing.readRawStream().asUint8Array());
        if (!stripped) throw new Refused('file_broken');
        thing.writeRawStream(stripped);
      }
    }
    if (acts(thing.resolve())) throw new Refused('pdf_active');
  }
}

function acts(thing: mupdf.PDFObject): boolean {
  if (thing.isIndirect() || !(thing.isDictionary() || thing.isArray())) return false;
  if (thing.isDictionary()) {
    if (thing.get('S').isName() && actions.includes(thing.get('S').asName())) return true;
    if (['JS', 'EF', 'XFA', 'OpenAction'].some((key) => !thing.get(key).isNull())) return true;
  }
  let found = false;
  thing.forEach((value) => {
    found ||= acts(value);
  });
  return found;
}

/**
 * Writes the pages of a PDF into a new one. What notes and form fields show is drawn onto the page; scripts, actions, attached files and
 * whatever else a reader would carry out stay behind. Throws `Refused`.
 */
export function rewritePdf(original: Uint8Array): Rewritten {
  const source = open(original);
  // A document that had to be mended may have lost pages, and nobody would see.
  if (source.wasRepaired()) throw new Refused('file_broken');
  try {
    const pages = source.countPages();
    if (pages === 0) throw new Refused('file_broken');
    if (pages > mostPages) throw new Refused('pdf_too_long');
    // Its pages only say that another program is needed.
    if (source.getTrailer().get('Root', 'NeedsRendering').toString() === 'true') throw new Refused('pdf_form');
    source.bake(true, true);
    const copy = copyPages(source);
    clean(copy);
    const bytes = Uint8Array.from(copy.saveToBuffer('garbage=4,compress').asUint8Array());
    if (source.wasRepaired()) throw new Refused('file_broken');
    return { type: 'application/pdf', bytes };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('file_broken');
  }
}
