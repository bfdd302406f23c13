"""Writes overview.svg and overview.zh-CN.svg, the picture of the two READMEs. What it shows is printed by

    ./crossaisle demo --once
    ./crossaisle recommend --model demo/model --user u0000003 --count 6 --cross-share 0.3 --level 2 [--language chinese]
"""

from html import escape
from pathlib import Path

HISTORY = [
    ("view", "沙丘 轻便蔬菜种子 5", "Garden > Plants > Seeds"),
    ("purchase", "白桦 环保木炭 4", "Garden > Grills > Charcoal"),
    ("view", "Juniper Everyday Vegetable Seeds 3", "Garden > Plants > Seeds"),
    ("cart", "屿 环保蔬菜种子 15", "Garden > Plants > Seeds"),
    ("view", "峡湾 专业蔬菜种子 13", "Garden > Plants > Seeds"),
    ("view", "白桦 醒目蔬菜种子 1", "Garden > Plants > Seeds"),
    ("view", "Alder Compact Yoga Mat 16", "Sports > Yoga > Mats"),
    ("view", "青杉 轻便瑜伽垫 15", "Sports > Yoga > Mats"),
]
LIST = [  # title, category path, items that raised the score, a category bridge in English and in Chinese
    ("Cedar Pro Charcoal 6", "Garden > Grills > Charcoal", "Cedar Light Charcoal 14, 白桦 环保木炭 4", None, None),
    ("Haven Bold Garden Hose 1", "Garden > Tools > Hoses", None,
     "buyers of Garden go on to Hoses, 23.6 times as often as others, after 12 days",
     "买过“Garden”的顾客接着买“Hoses”的比例是其他顾客的23.6倍，通常在12天后"),
    ("Alder Premium Vegetable Seeds 12", "Garden > Plants > Seeds",
     "沙丘 轻便蔬菜种子 5, Alder Compact Yoga Mat 16", None, None),
    ("Islet Everyday Charcoal 7", "Garden > Grills > Charcoal",
     "Cedar Light Charcoal 14, Cedar Eco Charcoal 13", None, None),
    ("Alder Compact Coffee Beans 8", "Kitchen > Coffee > Beans", None,
     "buyers of Garden go on to Kitchen, 1.4 times as often as others, after 16 days",
     "买过“Garden”的顾客接着买“Kitchen”的比例是其他顾客的1.4倍，通常在16天后"),
    ("Alder Classic Travel Guide 21", "Books > Travel > Guides", "沙丘 轻便蔬菜种子 5, 白桦 环保木炭 4", None, None),
]
ENGLISH = {
    "alt": "A customer's history goes into a trained model. The list that comes out has two of six items from categories new to "
           "the customer, each with a reason.",
    "history": "History", "events": "customer u0000003, 21 events, the latest:",
    "view": "view", "cart": "cart", "purchase": "purchase",
    "model": "Model", "trained": ["trained on", "60,000 events,", "1,200 items"],
    "dial": "Dial", "share": ["cross share 0.3,", "level 2"],
    "list": "Recommendations", "reached": "33 % from categories new to this customer",
    "new": "new category", "because": "because of ", "comma": ", ",
    "note": "The shop of ./crossaisle demo. It is simulated: no real customers.",
}
CHINESE = {
    "alt": "顾客的历史进入训练好的模型，得到的六件推荐中有两件来自该顾客没有接触过的品类，每件都有理由。",
    "history": "历史", "events": "顾客 u0000003，共 21 个事件，最近的是：",
    "view": "浏览", "cart": "加购", "purchase": "购买",
    "model": "模型", "trained": ["训练数据：", "60,000 个事件，", "1,200 件商品"],
    "dial": "跨品类", "share": ["跨品类占比 0.3，", "品类第 2 级"],
    "list": "推荐", "reached": "33% 来自该顾客没有接触过的品类",
    "new": "新品类", "because": "因为您买过或看过：", "comma": "、",
    "note": "数据来自 ./crossaisle demo 的模拟商店，没有真实顾客。",
}
STYLE = """
  text { fill: #1f2328; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
         "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
  .page { fill: #f6f8fa } .card { fill: #ffffff; stroke: #d0d7de } .title { font-size: 16px; font-weight: 600 }
  .soft { fill: #59636e; font-size: 12px } .item { font-weight: 600 } .bridge { fill: #0a6b3d; font-size: 12px }
  .new { fill: #dafbe1; stroke: #4ac26b } .badge { fill: #0a6b3d; font-size: 11px; font-weight: 600 }
  .arrow { stroke: #59636e; fill: none; stroke-width: 2 } .head { fill: #59636e }
  .middle { text-anchor: middle } .end { text-anchor: end }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .page { fill: #0d1117 } .card { fill: #161b22; stroke: #3d444d } .soft { fill: #9198a1 }
    .bridge, .badge { fill: #56d364 } .new { fill: #12261e; stroke: #2ea043 } .arrow { stroke: #9198a1 } .head { fill: #9198a1 }
  }
"""


def text(x, y, style, content):
    return f'<text x="{x}" y="{y}" class="{style}">{escape(content)}</text>'


def card(x, y, width, height, style="card"):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="8" class="{style}"/>'


def arrow(x, y, length):
    return (f'<path d="M{x} {y}h{length - 8}" class="arrow"/>'
            f'<path d="M{x + length} {y}l-10 -6v12z" class="head"/>')


def picture(words, bridge):
    parts = [card(0, 0, 1000, 536, "page"), card(20, 20, 284, 468), card(340, 130, 124, 100), card(340, 246, 124, 84)]
    parts += [text(36, 48, "title", words["history"]), text(36, 70, "soft", words["events"])]
    for row, (action, title, category) in enumerate(HISTORY):
        y = 102 + 47 * row
        parts += [text(36, y, "item", title), text(36, y + 17, "soft", f"{words[action]} · {category}")]
    parts += [text(402, 156, "title middle", words["model"])]
    parts += [text(402, 177 + 18 * row, "soft middle", line) for row, line in enumerate(words["trained"])]
    parts += [text(402, 272, "title middle", words["dial"])]
    parts += [text(402, 294 + 18 * row, "soft middle", line) for row, line in enumerate(words["share"])]
    parts += [arrow(307, 180, 30), arrow(467, 180, 30), arrow(467, 288, 30)]
    parts += [card(500, 20, 480, 468), text(516, 48, "title", words["list"]), text(516, 70, "soft", words["reached"])]
    y = 102
    for place, (title, category, items, *bridges) in enumerate(LIST, 1):
        reason = split(bridges[bridge]) if bridges[bridge] else [words["because"] + items.replace(", ", words["comma"])]
        if bridges[bridge]:
            parts += [card(508, y - 19, 464, 71, "new"), text(962, y, "badge end", words["new"])]
        parts += [text(520, y, "item", f"{place}. {title}"), text(537, y + 16, "soft", category)]
        style = "bridge" if bridges[bridge] else "soft"
        parts += [text(537, y + 31 + 15 * row, style, line) for row, line in enumerate(reason)]
        y += 43 + 17 * len(reason) + (6 if bridges[bridge] else 0)
    parts += [text(20, 517, "soft", words["note"])]
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="536" viewBox="0 0 1000 536" role="img" '
            f'aria-label="{escape(words["alt"])}">\n<style>{STYLE}</style>\n' + "\n".join(parts) + "\n</svg>\n")


def split(sentence):
    """Two lines, cut at the last comma."""
    comma = max(sentence.rfind(", "), sentence.rfind("，"))
    return [sentence[: comma + 1], sentence[comma + 1 :].strip()]


for name, words, bridge in (("overview.svg", ENGLISH, 0), ("overview.zh-CN.svg", CHINESE, 1)):
    Path(__file__).with_name(name).write_text(picture(words, bridge), encoding="utf-8")
