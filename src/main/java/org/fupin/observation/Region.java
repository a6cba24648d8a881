package org.fupin.observation;

/**
 * A region at province level.
 *
 * @param code ISO 3166-2, such as CN-XJ; CN-XJ-XPCC for the Xinjiang Production and Construction Corps, which has none
 * @param gbCode GB/T 2260, six digits
 * @param name in English, with its kind: "Hebei Province"
 * @param shortName in English, without: "Hebei"
 * @param nameZh in Chinese, with its kind
 */
public record Region(String code, String gbCode, String name, String shortName, String nameZh) {}
