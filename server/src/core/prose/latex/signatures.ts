import type { Role } from '../../types.ts';

/**
 * What each LaTeX command takes, and how each argument is read: data, no code. Grouped by signature, so that a
 * new command is one word in a list. Compiled by `commands.ts`.
 *
 * A signature lists arguments in order: `*` an optional star, `[x]` an optional argument, `(x)` and `<x>`
 * optional ones in parentheses or angle brackets, `{x}` a mandatory one. `x` says how it is read:
 *
 * | x                  | read as |
 * |--------------------|---------|
 * | `-`                | nothing: it prints nothing (a length, a label) |
 * | `o`                | opaque: it prints something that is no prose |
 * | `text`             | prose · `emphasis`, `strong`, `link`: prose with a mark |
 * | `note`             | prose, fenced off by opaque units (a footnote in its sentence) |
 * | `math`             | math |
 * | `cite`, `key`      | opaque, its source is the key of a citation or of a macro |
 * | `name`             | a command's name, in braces or bare |
 * | `parameters`       | everything up to the next brace (`\def\x#1{`) |
 * | `short`, `long`    | a declaration's two forms · `fields`: both, as `short=…, long=…` |
 * | `short-or-key`     | the short form, unless an optional argument follows that gives it |
 * | `options`          | `key=value` pairs that print nothing but a `title`, `name` or `caption`, a block of its own |
 * | `name` in brackets | the same, or the name itself |
 * | `file`, `folder`   | another file that stands here |
 * | any other word     | a block of its own, see `argumentBlocks` |
 */
export const signatures: readonly (readonly [signature: string, names: string])[] = [
  // Prose with markup inside it.
  ['{emphasis}', 'emph textit textsl textem'],
  ['{strong}', 'textbf csentence'],
  [
    '{text}',
    `textsc textrm textsf textmd textup textnormal textsubscript textsuperscript textsw textulc textin text mbox hbox
     underline uline uuline sout hl st ul so caps MakeUppercase MakeLowercase uppercase lowercase
     centerline leftline rightline fbox acroextra oldstylenums`,
  ],
  ['*{text}', 'enquote textquote foreigntextquote'],
  ['[-]{text}', 'added chadded framebox shortstack makecell thead'],
  ['[-]{text}{-}', 'replaced'],
  ['[text]{text}', 'subfloat subbottom subtop'],
  ['[-]{text}{text}', 'subcaptionbox'],
  ['[-]{-}{text}', 'textcolor colorbox rotatebox'],
  ['[-]{-}{link}', 'href'],
  ['[-]{link}', 'hyperref'],
  ['{-}{link}', 'hyperlink'],
  ['{-}{text}', 'hypertarget scalebox foreignlanguage adjustbox'],
  ['*{-}{-}{text}', 'resizebox multicolumn'],
  ['[-]{-}{-}{text}', 'fcolorbox'],
  ['[-]{-}[-]{-}[-]{text}', 'multirow'],
  ['[-][-]{text}', 'makebox'],
  ['{-}[-][-]{text}', 'raisebox'],
  ['[-][-][-]{-}{text}', 'parbox'],
  ['{text}{-}', 'texorpdfstring'],
  ['[-]{note}', 'footnote sidenote tablefootnote endnote'],
  ['{math}', 'ensuremath'],

  // What prints something that is no prose.
  [
    '{o}',
    `texttt code file path url nolinkurl pkg cmd orcid orcidlink orcidID ce ch cf iupac chemfig eqref
     Vref vpageref subref labelcref today babelhyphen verbatiminput VerbatimInput pmid pmcid arxiv email phone fax
     arabic roman Roman alph Alph fnsymbol value`,
  ],
  ['*{o}', 'cref Cref cpageref Cpageref autoref ref pageref nameref vref'],
  ['*{o}{o}', 'crefrange Crefrange'],
  ['[-]{o}', 'lstinputlisting num numproduct complexnum si unit ang includepdf includesvg numlist doi'],
  ['[-]{o}{o}', 'numrange qty qtylist qtyproduct complexqty inputminted'],
  ['[-]{o}[-]{o}', 'SI SIlist'],
  ['[-]{o}{o}{o}', 'SIrange qtyrange'],
  ['{o}{o}', 'frac sfrac nicefrac'],

  // Citations. Other commands whose names begin or end in `cite` are read likewise.
  [
    '*[-][-]{cite}',
    'cite citep citet citealp citealt parencite textcite autocite supercite footcite fullcite citeauthor citeyear',
  ],
  [
    '(-)(-)[-][-]{cite}[-][-]{cite}[-][-]{cite}[-][-]{cite}',
    'cites textcites parencites autocites footcites smartcites supercites',
  ],
  ['{-}', 'nocite'],

  // What prints nothing.
  [
    '{-}',
    `label index pagestyle thispagestyle bibliographystyle hypersetup geometry graphicspath lstset sisetup acsetup
     pagenumbering linespread selectlanguage enlargethispage input@path newcounter newlength newif hyphenation
     setacronymstyle setglossarystyle phantom hphantom vphantom fontfamily fontseries
     fontshape vskip hskip tnote subjclass msc usetikzlibrary cline
     specialcomment includecomment excludecomment setmainfont theoremstyle bstctlcite linenumbersep journal
     tikzset pgfplotsset acused acuse preprint tnoteref corref fnref IEEEpubid stepcounter refstepcounter
     firstpage lastpage appendixtitles DOI copyrightyear pubyear journaltitle access appnotes isAPAandChicago
     articletype JELinfo jnlcitation journalname toctitle tocauthor settopmatter setcitestyle urlstyle setstretch
     addhighlights longauthorlist datasetlicense LSID dochead`,
  ],
  [
    '[-]',
    'footnotemark linebreak pagebreak nolinebreak nopagebreak printindex makeindex GlsXtrLoadResources glsaddall allowdisplaybreaks makeglossaries glsresetall glsunsetall acresetall',
  ],
  ['*{-}', 'hspace vspace'],
  [
    '[-]{-}',
    'usepackage RequirePackage documentclass color definecolorset glsadd todo setabbreviationstyle addbibresource deleted chdeleted glsreset glsunset marginpar missingfigure comment ead bibitem pacs tnotetext ccsdesc Description',
  ],
  ['*[-]{-}', 'captionsetup'],
  ['*[-][-]{-}', 'includegraphics includestandalone'],
  ['{-}[-]{-}', 'acroplural'],
  ['{-}{text}{-}', 'acifused'],
  [
    '{-}{-}',
    'setlength addtolength setcounter addtocounter PassOptionsToPackage fontsize markboth counterwithin numberwithin newcolumntype newtotcounter',
  ],
  ['{-}{-}{-}', 'addcontentsline definecolor colorlet providecolor'],
  ['[-]{-}{-}', 'rowcolors pdfbookmark DeclareSIUnit fntext cortext'],
  ['[-]{-}', 'rowcolor cellcolor columncolor rule'],
  ['(-){-}', 'cmidrule'],
  ['*{name}[-][-]{-}', 'newcommand renewcommand providecommand'],
  ['*{name}{-}', 'DeclareMathOperator'],
  ['{name}{-}{-}', 'NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand'],
  ['*{-}[-][-]{-}{-}', 'newenvironment renewenvironment'],
  ['*{-}[-]{-}[-]', 'newtheorem newdefinition newproof'],
  ['{name}{parameters}{-}', 'def gdef edef xdef'],
  ['{name}{name}', 'let'],

  // Blocks of their own.
  ['*[-]{heading-1}', 'part chapter'],
  ['*[-]{heading-2}', 'section bmhead bmsection addsec reftitle'],
  ['*[-]{heading-3}', 'subsection bmsubsection'],
  ['*[-]{heading-4}', 'subsubsection bmsubsubsection'],
  ['*[-]{heading-5}', 'paragraph'],
  ['*[-]{heading-6}', 'subparagraph parttitle'],
  ['*[-]{caption}', 'caption subcaption'],
  ['*{-}[-]{caption}', 'captionof'],
  ['{caption}', 'figcaption tablecaption topcaption bottomcaption legend captionbelow captionabove'],
  ['[-]{footnote}', 'footnotetext endnotetext'],
  ['*[running-title]{title}', 'title Title TITLE doctitle subtitle'],
  [
    '{running-title}',
    'titlerunning runningtitle shorttitle runtitle running runninghead TitleCitation titlemark RUNTITLE Plaintitle Shorttitle',
  ],
  [
    '*[-]{authors}',
    `author authors Author Authors AuthorNames authorrunning shortauthor shortauthors affil affiliation address Address institute institution
     firstAuthorLast corrAuthor corrEmail corres correspondingauthor corresp leadauthor altaffiliation thanks
     AuthorCitation firstnote secondnote thirdnote fourthnote authormark dates date received accepted collaboration equalcont
     presentaddress correspondance extraAuth alsoaffiliation authornote equalauthors nonumnote corrauth
     ARTICLEAUTHORS AUTHOR AFF revised`,
  ],
  ['[-]{keywords}', 'keywords keyword Keywords KEYWORDS kwd'],
  ['[-]{abstract}', 'abstract Abstract ABSTRACT transabstract simplesumm'],
  [
    '{back-matter}',
    `acknow acknowledgments acknowledgements ack funding authorcontributions authordeclaration conflictsofinterest institutionalreview
     informedconsent dataavailability sampleavailability supplementary competinginterests authorcontribution
     ACKNOWLEDGMENT Acknowledgements fundingInfo fundinginfo credit ethics dataccess aucontribute competing disclaimer
     codeavailability codedataavailability`,
  ],
  ['{box}', 'significancestatement boxedtext featuredapplication keycontribution keycontributions'],
  ['{-}{abbreviation-list}', 'abbreviations'],

  // Declarations of abbreviations: glossaries and glossaries-extra, acronym, acro, nomencl.
  ['[-]{key}{short}{long}', 'newacronym newabbreviation newabbr'],
  ['{key}{fields}', 'DeclareAcronym newglossaryentry provideglossaryentry'],
  ['{key}{fields}{-}', 'longnewglossaryentry'],
  ['{short-or-key}[short]{long}', 'acro acrodef newacro'],
  ['[-]{short}{long}', 'nomenclature abbrevdef'],

  // Their uses.
  [
    '*[-]{key}[-]',
    `gls Gls GLS glspl Glspl GLSpl rgls rGls rglspl cgls cGls cglspl pgls
     glstext Glstext glsfirst Glsfirst glsplural Glsplural glsfirstplural Glsfirstplural glsname Glsname glsdesc glssymbol
     glsxtrshort Glsxtrshort glsxtrshortpl Glsxtrshortpl glsxtrlong Glsxtrlong glsxtrlongpl Glsxtrlongpl
     glsxtrfull Glsxtrfull glsxtrfullpl Glsxtrfullpl
     glsfmtshort glsfmtlong glsfmtfull glsfmttext Glsfmtshort Glsfmtlong Glsfmttext
     glsentryshort glsentrylong glsentryfull glsentrytext glsentryname glsentryfirst Glsentryshort Glsentrylong Glsentryfull
     Glsentrytext glsentryshortpl glsentrylongpl
     acrshort Acrshort ACRshort acrshortpl Acrshortpl acrlong Acrlong ACRlong acrlongpl Acrlongpl acrfull Acrfull
     ACRfull acrfullpl Acrfullpl GLSxtrshort GLSxtrlong GLSxtrfull glsps glspt glsfmtfirst Glsfmtfirst acrfullplural
     ac Ac AC acp Acp acs Acs acsp Acsp acl Acl aclp Aclp acf Acf acfp Acfp acfi Acfi acsu aclu aca Aca acap iac Iac
     acsingle acfull acshort aclong`,
  ],
  ['*[-]{key}{-}', 'glslink glsdisp'],
  ['{-}{key}', 'glsxtrp Glsxtrp'],

  // Other files.
  ['{file}', 'input include subfile subfileinclude InputIfFileExists'],
  ['*{folder}{file}', 'import subimport includefrom inputfrom subincludefrom subinputfrom'],
  ['[-]{file}', 'loadglsentries'],
];

/** Commands that print what is collected elsewhere: an opaque block with the role of what they print. */
export const printers: ReadonlyMap<string, Role> = new Map([
  ...'printglossary printglossaries printacronyms printabbreviations printnoidxglossary printnoidxglossaries printunsrtglossary printunsrtglossaries printnomenclature listofacronyms'
    .split(' ')
    .map(name => [name, 'abbreviation-list'] as const),
  ...'bibliography printbibliography putbib'.split(' ').map(name => [name, 'references'] as const),
]);

/** Commands without arguments that print nothing: switches of style and space. All others without a signature print something. */
export const silent = `
  noindent indent centering raggedright raggedleft bfseries mdseries itshape slshape scshape upshape rmfamily sffamily
  ttfamily normalfont bf it sl sc rm sf tt em tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
  maketitle tableofcontents listoffigures listoftables newpage clearpage cleardoublepage linenumbers nolinenumbers
  frontmatter mainmatter backmatter onecolumn twocolumn doublespacing onehalfspacing singlespacing flushbottom raggedbottom
  hfill vfill hfil vfil smallskip medskip bigskip xspace relax null strut leavevmode noalign hline toprule midrule
  bottomrule botrule thickhline appendixstart endhead endfirsthead endfoot endlastfoot protect makeatletter makeatother begingroup endgroup bgroup egroup
  phantomsection balance sloppy fussy allowbreak nobreak unskip ignorespaces expandafter csname endcsname fi
  else iftrue justify and sep
  quad qquad enspace thinspace space newline break hrule vrule nonumber notag nobreakdash`
  .trim()
  .split(/\s+/);
