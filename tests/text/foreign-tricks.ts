const SHOT = '<img src=x onerror="fired = 1">';

/** SVG and MathML made to run something: as they stand, or once a browser has moved them and they are read again. */
export const FOREIGN_TRICKS: readonly string[] = [
  '<svg onload="fired = 1"><script>fired = 1</script><g onclick="fired = 1"></g></svg>',
  `<svg><style>${SHOT}</style></svg>`,
  `<svg></p><style><a id="</style>${SHOT}">`,
  `<svg><title><style>${SHOT}</style></title><desc><style>${SHOT}</style></desc></svg>`,
  `<svg><title>&lt;/title>${SHOT.replace('<', '&lt;')}</title></svg>`,
  `<svg><title><title><a title="</title>${SHOT}">x</a></title></title></svg>`,
  `<svg></svg><title><p title="</title>${SHOT}">`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.fired = 1</script>"></iframe></foreignObject></svg>`,
  '<svg><a xlink:href="javascript:fired = 1" href=" java&#9;script:fired = 1"><text>x</text></a></svg>',
  '<svg><animate onbegin="fired = 1" attributeName="x" dur="1s"></animate></svg>',
  '<svg><a><set attributeName="href" to="javascript:fired = 1"></set><text>x</text></a></svg>',
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='fired = 1'/></svg>#x"/></svg>`,
  `<svg><image href="x" onerror="fired = 1"/><rect fill="url(https://attacker.example/#x)" style="fill:url(x)"/></svg>`,
  `<svg><p><![CDATA[</p>${SHOT}]]></p></svg>`,
  `<svg><noscript><p title="</noscript>${SHOT}"></noscript></svg>`,
  `<svg:svg><svg:title><xmp></svg:title>${SHOT}</xmp></svg:svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${SHOT.replaceAll('"', '')}">`,
  `<form><math><mtext></form><form><mglyph><style></math>${SHOT}`,
  `<math><mtext><option><option></option><mglyph><svg><mtext><textarea><path id="</textarea>${SHOT}">`,
  `<math><annotation-xml encoding="text/html">${SHOT}</annotation-xml></math>`,
  '<math href="javascript:fired = 1"><mrow xlink:href="data:text/html,x">x</mrow></math>',
  '<math><maction actiontype="statusline#https://attacker.example/" xlink:href="javascript:fired = 1">c</maction></math>',
  `<math><!-- --!>${SHOT} --></math>`,
  `<table><svg><title><table></title><tr><td><math><mi><img src=x alt="-->${SHOT}">`,
];
