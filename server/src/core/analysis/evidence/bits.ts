/**
 * What only the surroundings of a token tell: bits of `Token.evidence`. The other files of this folder read them off the
 * text, one concept a file; classification (manuscript/classes/classify.ts) weighs them.
 */

export const Evidence = {
  /** A number stands right before it: "5 mg". */
  afterNumber: 1,
  /** It stands in emphasis (italics): *PPARG*. */
  emphasised: 2,
  /** "gene", "mRNA", "locus", "−/−" beside it. */
  geneWord: 4,
  /** "cells" or "cell line" after it. */
  cellWord: 8,
  /** "mice", "strain" after it. */
  strainWord: 16,
  /** "trial", "study" beside it. */
  trialWord: 32,
  /** "Biosciences", "Inc" after it: a firm. */
  companyWord: 64,
  /** "Figure", "Table", "panel" before it. */
  labelWord: 128,
  /** "=", "<", ">" after it: a quantity. */
  relation: 256,
  /** `'s` after it. */
  possessive: 512,
  /** Stands among words that are all capitals: a shout or a heading. */
  capitalRun: 1024,
  /** "a" or "an" before it; perhaps, of what is read as a macro or a word. */
  article: 2048,
  /** "clone", "antibody", "catalog" before it. */
  reagentWord: 4096,
  /** "software", "package", "database" beside it. */
  softwareWord: 8192,
  /** "phase", "type", "class", "grade", "stage" before it. */
  ordinalWord: 16384,
  /** A comma before it and punctuation after it: "(Phoenix, AZ)". */
  afterComma: 32768,
  /** "file", "files", "format" after it: a file format. */
  fileWord: 65536,
  /** "participant", "sample", "gene" before it: "participant ID". */
  itemWord: 131072,
  /** A number of four digits or more after it, no year: "VPI 10463". */
  numberAfter: 262144,
  /** "clone", "catalog", "#" before it: what follows names one thing, whatever its letters. */
  identifierWord: 524288,
  /** In a list behind "donors", "patients", "samples": "donors FV, GMC and IB". */
  donorList: 1048576,
  /** Alone in parentheses behind a person: "by a pathologist (ILB)". */
  personList: 2097152,
  /** A dot joins it to the letters or digits beside it: "MSK.2.78". */
  dotted: 4194304,
  /** Beside words that may explain it: "relapsed disease (rrDLBCL)", "AZ (azithromycin)". */
  introduced: 8388608,
  /** Another name of the same thing: "GRO/CXCL1", "MDC (CCL22)", "also known as SMCX". */
  alias: 16777216,
  /** A part of a name: inside the text of a link, or "ALINE Purification Kit". */
  productName: 33554432,
  /** A capitalised word stands right before it inside a sentence: "Vysis LSI". */
  afterName: 67108864,
  /** A capitalised word stands right after it: "BC Cancer". */
  beforeName: 134217728,
  /** "box", "motif", "cleavage site", "content" after it: the letters of residues or bases. */
  motifWord: 268435456,
  /** "domain" or "plot" after it. */
  domainWord: 536870912,
  /** "using", "with", "via" before it and a citation after it: a tool. */
  cited: 1073741824,
} as const;
