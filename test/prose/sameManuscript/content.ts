/**
 * One manuscript, as its author means it. Invented: no cells were harmed, no statement is more than an example.
 *
 * In the text, `*x*` is emphasis, `^x^` and `~x~` are raised and lowered, `[@key]` cites, `{key}` points to a figure or table,
 * `((x))` is a footnote.
 */

/** A part of a manuscript, in the order in which they stand. */
export type Part =
  | { readonly is: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'figure'; readonly key: string; readonly caption: string }
  | {
      readonly is: 'table';
      readonly key: string;
      readonly caption: string;
      readonly rows: readonly (readonly string[])[];
      readonly note: string;
    }
  | { readonly is: 'box'; readonly text: readonly string[] }
  /** Short forms with their long forms, below a heading of its own. */
  | {
      readonly is: 'abbreviations';
      readonly heading: string;
      readonly entries: readonly (readonly [string, string])[];
    }
  | {
      readonly is: 'references';
      readonly heading: string;
      readonly entries: readonly (readonly [string, string])[];
    };

export interface Manuscript {
  readonly title: string;
  readonly runningTitle: string;
  readonly author: string;
  readonly affiliation: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly parts: readonly Part[];
}

const heading = (text: string, level: 1 | 2 = 1): Part => ({ is: 'heading', text, level });
const text = (words: string): Part => ({ is: 'text', text: words });

export const manuscript: Manuscript = {
  title: 'Resident memory T cells hold melanoma in check in explants of human skin',
  runningTitle: 'TRM cells in explants',
  author: 'Ada Author',
  affiliation: 'Institute of Invented Immunology, Nowhere',
  abstract:
    'Tissue-resident memory T (T~RM~) cells stay in the skin for years. Whether they keep small tumours in check, and whether immune checkpoint inhibitors (ICIs) help them to do so, is hard to ask in patients. We kept explants of human skin with melanoma spheroids and followed both by light-sheet microscopy. Spheroids stopped growing where T~RM~ cells were present, and programmed cell death protein 1 (PD-1) on these cells told how fast. Blocking antibodies against PD-1 woke resident cells within a day. ICIs thus act on cells that are in the tissue already, and TSLP from keratinocytes seems to keep them there.',
  keywords: ['melanoma', 'resident memory', 'checkpoint blockade'],
  parts: [
    heading('Introduction'),
    text(
      'Most T cells that protect the skin never leave it. Tissue-resident memory T (T~RM~) cells carry CD69 and often CD103, divide slowly, and answer within hours when they meet their antigen again [@first]. In mice, T~RM~ cells that were left behind by a vaccine keep melanoma cells silent for months [@second]. In patients the number of T~RM~ cells within a tumour goes along with longer survival, but a number says little about what the cells do.',
    ),
    text(
      'Immune checkpoint inhibitors (ICIs) were first thought to bring new cells into the tumour. Antibodies against programmed cell death protein 1 (PD-1) can also act on cells that are there already. Both may be true: clones that were not seen before treatment appear under PD-1 blockade, and resident clones expand in place. What ICIs do to T~RM~ cells at the edge of a small tumour, long before anyone would cut it out, is not known. The ECM around a tumour holds cells back, and so does hypoxia.',
    ),
    text(
      'We therefore built an explant that keeps human skin alive for two weeks, with its resident cells, its keratinocytes and its vessels, although no blood flows in them. Into this tissue we placed small spheroids of melanoma cells that carry a marker, and followed spheroids and T cells day by day. We asked three questions: do T~RM~ cells slow a tumour of some hundred cells; does PD-1 blockade change that without any help from the blood; and which signals of the epidermis keep the cells where they are?',
    ),
    heading('Methods'),
    heading('2.1 Tissue', 2),
    text(
      'Skin was left over from operations on 14 adults who had agreed in writing; the local ethics committee had approved the study. Subcutaneous fat was removed, and discs of 8 mm were punched within four hours. Discs for LSFM were kept in the dark. All floated on a membrane at the air–liquid interface, in medium with 2% human serum. Interleukin 15 (IL-15) was added at 5 ng/ml, since resident cells die without it ((Without IL-15 half of all resident cells were lost within three days.)). Medium was changed every other day.',
    ),
    heading('2.2 Spheroids and microscopy', 2),
    text(
      'Melanoma cells of two lines, both matched for human leukocyte antigen (HLA), grew into spheroids of 200 cells in wells that let no cell adhere. One spheroid was placed into each disc under a stereomicroscope. Light-sheet fluorescence microscopy (LSFM) was done on days 1, 3, 7 and 14; for LSFM, discs were cleared in ethyl cinnamate. The volume of spheroids and the distance of each T cell from the nearest spheroid were measured by software that knew neither donor nor treatment. LSFM of living discs used a tenth of the light.',
    ),
    {
      is: 'figure',
      key: 'discs',
      caption:
        'Discs of skin with melanoma spheroids. A spheroid (green) on day 7 beside CD103^+^ cells (red). Bar, 50 μm. DEJ, dermal–epidermal junction.',
    },
    heading('2.3 Flow cytometry', 2),
    text(
      'Discs were minced and digested with collagenase for 90 min. Cells were stained with antibodies against CD3, CD8, CD69, CD103 and PD-1, and dead cells were left out. T~RM~ cells were defined as CD3^+^CD8^+^CD69^+^CD103^+^ cells. Interferon-γ (IFN-γ) was stained after four hours with peptides of the tumour. At least 500 cells of each disc were counted; discs with fewer cells were not used for IFN-γ. {markers} names what was stained.',
    ),
    {
      is: 'table',
      key: 'markers',
      caption: 'Markers of resident cells that were stained in all discs.',
      rows: [
        ['Marker', 'Seen on', 'Donors'],
        ['CD69', 'resident cells', '14'],
        ['CD103', 'cells near the surface', '12'],
        ['PD-1', 'cells near spheroids', '9'],
        ['KLRG1', 'few cells', '3'],
      ],
      note: 'KLRG1, killer cell lectin-like receptor G1; PD-1, programmed cell death protein 1.',
    },
    heading('2.4 Statistics', 2),
    text(
      'Spheroids of one donor are not independent of each other. We used mixed models with the donor as a random effect, and report 95% confidence intervals (CIs). A CI that excludes zero is called a difference. The plan of the analysis was written before the first disc was opened, and nothing was left out that the plan asks for.',
    ),
    heading('Results'),
    heading('3.1 Resident cells slow small tumours', 2),
    text(
      'T~RM~ cells stayed alive in all discs: on day 14, 81% of those of day 1 were found, and none had divided more than twice. Where a spheroid was placed, T~RM~ cells moved towards it within three days ({discs}). In discs with many of them, spheroids stopped growing by day 7; in discs of donors with few, they doubled their volume. The slope was -0.4 doublings for each 100 cells (CI -0.6 to -0.2). Spheroids of a line without HLA grew all the same, so the answer needed antigen. The ECM was denser around slow spheroids, but digesting the ECM changed nothing.',
    ),
    {
      is: 'box',
      text: [
        'Explants have no blood. Whatever happens in them is done by cells that were in the skin when it was cut.',
        'An antigen-presenting cell (APC) that leaves the disc is lost, and no APC comes to take its place.',
      ],
    },
    heading('3.2 PD-1 tells which cells answer', 2),
    text(
      'A third of the T~RM~ cells within 50 μm of a spheroid carried PD-1, and hardly any farther away. Blocking antibodies raised IFN-γ in cells that carried it: from 6% to 19% of cells within a day. ICIs did nothing in discs of which the resident cells had been removed by migration before. IFN-γ made keratinocytes show more HLA, and spheroids shrank where both were seen. The drug dacarbazine was of no use in any disc.',
    ),
    heading('3.3 Signals of the epidermis', 2),
    text(
      'Cells stayed where keratinocytes made TSLP. An antibody against TSLP let a quarter of them leave the epidermis; CD103 was lost from those that left ((Two donors of this experiment had taken part in the first one.)). IL-15 alone did not bring them back. Transforming growth factor-β (TGF-β) did, and blocking TGF-β had the effect of blocking TSLP. With both blocked, T~RM~ cells were found anywhere in the dermis, and spheroids grew as in discs without resident cells. *ITGAE*, which encodes CD103, was expressed at a third of its level. TSLP may therefore act by way of TGF-β.',
    ),
    heading('Discussion'),
    text(
      'In explants of human skin, T~RM~ cells slow tumours that are far too small to be seen by a doctor. They do so on their own: no cell of the blood, no lymph node and no new APC takes part. ICIs double what they do. If this holds in patients, blocking programmed cell death protein 1 (PD-1) may be of use long before a tumour can be measured, and biopsies of healthy skin may tell who would profit.',
    ),
    text(
      'Our work has limits. Explants live for two weeks, while resident cells hold on for years. The spheroids came from two lines only. Cells that left the discs were not followed, and the ECM of an explant is not that of a tumour. As others have found in the lung, TGF-β and IL-15 together keep cells resident [@third]; why skin asks for TSLP as well remains open. Mouse T~RM~ cells need no TSLP.',
    ),
    heading('Acknowledgements'),
    text(
      'We thank the surgeons and the people who gave their skin. The LSFM core and the FACS core lent their machines.',
    ),
    heading('Funding'),
    text('Paid for by the Invented Research Council (IRC), grants IRC 12 and IRC 34.'),
    heading('Author contributions'),
    text('AA planned and wrote; BB cut; AA and BB counted. Both are guarantors.'),
    {
      is: 'abbreviations',
      heading: 'Abbreviations',
      entries: [
        ['APC', 'antigen-presenting cell'],
        ['CI', 'confidence interval'],
        ['HLA', 'human leukocyte antigen'],
        ['ICI', 'immune checkpoint inhibitor'],
        ['LSFM', 'light-sheet fluorescence microscopy'],
        ['NK', 'natural killer'],
        ['PD-1', 'programmed cell death protein 1'],
      ],
    },
    {
      is: 'references',
      heading: 'References',
      entries: [
        ['first', 'Writer A. Cells that stay (CTS). J Inv Res 2020;1:1–9.'],
        ['second', 'Writer B. Silent tumours. J Inv Res 2021;2:10–19.'],
        ['third', 'Writer C. TGFB1 in the lung. J Inv Res 2022;3:20–29.'],
      ],
    },
    heading('Supplementary material'),
    text(
      'Discs of three more donors were kept with cyclosporin A (CsA). CsA took the effect of PD-1 blockade away, and spheroids grew as they did without T~RM~ cells. In discs with CsA, no IFN-γ was found.',
    ),
  ],
};

/** A piece of running text. */
export interface Piece {
  readonly is: 'words' | 'emphasis' | 'super' | 'sub' | 'cite' | 'pointer' | 'note';
  readonly text: string;
}

const MARKUP = /\*([^*]+)\*|\^([^^]+)\^|~([^~]+)~|\[@(\w+)\]|\{(\w+)\}|\(\(([^()]+)\)\)/g;
const KINDS = ['emphasis', 'super', 'sub', 'cite', 'pointer', 'note'] as const;

/** A text in pieces. */
export function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of source.matchAll(MARKUP)) {
    if (match.index > done) pieces.push({ is: 'words', text: source.slice(done, match.index) });
    const kind = KINDS.findIndex((_, index) => match[index + 1] !== undefined);
    pieces.push({ is: KINDS[kind]!, text: match[kind + 1]! });
    done = match.index + match[0].length;
  }
  if (done < source.length) pieces.push({ is: 'words', text: source.slice(done) });
  return pieces;
}
