import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import {
  contentsLine,
  factsOf,
  headingOf,
  listItem,
  paragraph,
  progressOf,
  runsOf,
  signaturesOf,
  tableOf,
  textWidth,
} from './paper-docx-parts.ts';
import { lineOf, linesOf, paperWords } from './paper-text.ts';
import type { Block, Paper } from './paper.ts';

type Language = Paper['language'];
const lists = { bullets: 'bullets', numbers: 'numbers' } as const;

/** Each list counts from one, and each heading has a mark that the list of them leads to. */
interface Counter {
  lists: number;
  headings: number;
}

const newPage = (): Paragraph => new Paragraph({ style: 'Gap', children: [new PageBreak()] });

function blockOf(block: Block, language: Language, counter: Counter): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, language, counter.headings++)];
    case 'text':
      return linesOf(block.text).map((text) =>
        paragraph(text, language, {
          side: 'own',
          ...(block.look === 'quiet' ? { style: 'Quiet' } : {}),
          ...(block.look === 'strong' ? { bold: true } : {}),
        }),
      );
    case 'list': {
      const instance = counter.lists++;
      const reference = block.isNumbered ? lists.numbers : lists.bullets;
      return block.items.map((text) => listItem(text, language, { reference, level: 0, instance }));
    }
    case 'facts':
      return factsOf(block, language);
    case 'table':
      return tableOf(block, language);
    case 'progress':
      return progressOf(block, language);
    case 'signatures':
      return signaturesOf(block, language);
    case 'page':
      return [newPage()];
  }
}

function headOf(paper: Paper): FileChild[] {
  const { language, title, under = [], hasCover, blocks } = paper;
  const said = [
    paragraph(title, language, { style: 'Title', ...(hasCover ? { spacing: { before: convertMillimetersToTwip(80), after: 240 } } : {}) }),
    ...under.map((text) => paragraph(text, language, { style: 'Subtitle' })),
  ];
  if (!hasCover) return said;
  const contents = blocks
    .filter((block) => block.kind === 'heading')
    .flatMap((heading, index) => (heading.level < 3 ? [contentsLine(heading, language, index)] : []));
  return [...said, newPage(), paragraph(paperWords[language].contents, language, { style: 'ContentsTitle' }), ...contents, newPage()];
}

function footerOf({ language, footer }: Paper): Footer {
  const isTurned = language === 'ar';
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        bidirectional: isTurned,
        children: [
          ...runsOf(lineOf(footer, language)),
          new TextRun({
            rightToLeft: isTurned,
            children: ['\t', `${paperWords[language].page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

const level = (format: ILevelsOptions['format'], text: string): ILevelsOptions => ({
  level: 0,
  format: format ?? LevelFormat.BULLET,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 400, hanging: 400 }, spacing: { after: 60 } } },
});

/** Arial stands on every office's computer with Arabic letters in it; where it does not, Liberation Sans is as wide. */
const font = 'Arial';
const heading = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** The paper as a document an office goes on writing in: real headings, tables that read the way its language does. */
function docxDocument(paper: Paper): Document {
  const { language, title, blocks } = paper;
  const counter: Counter = { lists: 1, headings: 0 };
  return new Document({
    title,
    creator: 'Istiqbal',
    styles: {
      default: {
        document: {
          run: { font, size: 21, language: { value: 'fr-FR', bidirectional: 'ar-MA' } },
          paragraph: { spacing: { after: 120, line: language === 'ar' ? 300 : 276 } },
        },
        title: { run: { font, size: 44, bold: true, color: '000000' }, paragraph: { spacing: { before: 0, after: 160 } } },
        heading1: heading(32, 360, 160),
        heading2: heading(26, 280, 120),
        heading3: heading(22, 220, 80),
        caption: { run: { size: 20, bold: true, color: '000000' }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
      paragraphStyles: [
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 24 }, paragraph: { spacing: { after: 60 } } },
        {
          id: 'ContentsTitle',
          name: 'TOC Heading',
          basedOn: 'Normal',
          run: { size: 32, bold: true },
          paragraph: { spacing: { after: 200 } },
        },
        { id: 'Contents', name: 'Contents', basedOn: 'Normal', paragraph: { spacing: { after: 60 }, rightTabStop: textWidth } },
        { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { size: 18, color: '505050' } },
        { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { before: 0, after: 0, line: 252 } } },
        {
          id: 'Gap',
          name: 'Gap',
          basedOn: 'Normal',
          run: { size: 8 },
          paragraph: { spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } },
        },
        {
          id: 'Footer',
          name: 'footer',
          basedOn: 'Normal',
          run: { size: 17 },
          paragraph: { spacing: { before: 0, after: 0 }, rightTabStop: textWidth },
        },
      ],
    },
    numbering: {
      config: [
        { reference: lists.bullets, levels: [level(LevelFormat.BULLET, '•')] },
        { reference: lists.numbers, levels: [level(LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: paper.hasCover === true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134, footer: 567 },
          },
        },
        footers: { default: footerOf(paper) },
        children: [...headOf(paper), ...blocks.flatMap((block) => blockOf(block, language, counter))],
      },
    ],
  });
}

export const packDocx = async (paper: Paper): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(docxDocument(paper)));
