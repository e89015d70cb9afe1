export interface paths {
    "/api/v1/stories/{code}/": {
        get: {
            parameters: { path: { code: string } };
            responses: {
                200: { content: { "application/json": components["schemas"]["Story"] } };
                404: { content: { "application/json": components["schemas"]["UnknownCode"] } };
            };
        };
    };
}
export interface components {
    schemas: {
        Apiary: { name: string; longitude: number; latitude: number };
        Batch: {
            lot: string;
            harvested_from: string;
            harvested_to: string;
            bottled_on: string | null;
            moisture_percent: number | null;
            hmf_mg_per_kg: number | null;
            colour_mm_pfund: number | null;
        };
        Beekeeper: {
            name: string;
            village: string;
            since: number | null;
            bio: string;
            notice: string;
            portrait: components["schemas"]["Picture"] | null;
            letter: components["schemas"]["BeekeeperLetter"] | null;
        };
        BeekeeperLetter: {
            language: string;
            text: string;
            translation: string;
            translator: string;
            photo: components["schemas"]["Picture"] | null;
        };
        Fact: { title: string; text: string };
        Footprint: {
            subject: string;
            comparison: string;
            method: string;
            boundary: string;
            year: number;
            source: string;
            action: string;
            stages: components["schemas"]["FootprintStage"][];
            total_grams_per_kg: number;
            comparison_total_grams_per_kg: number;
        };
        FootprintStage: {
            label: string;
            grams_per_kg: number | null;
            comparison_grams_per_kg: number | null;
        };
        Forest: {
            title: string;
            region: string;
            country: string;
            description: string;
            importance: string;
            photo: components["schemas"]["Picture"] | null;
            boundary: GeoJSON.MultiPolygon | null;
            boundary_note: string;
            apiaries: components["schemas"]["Apiary"][];
            area_hectares: number | null;
            area_source: string;
            beekeeper_count: number | null;
            beekeeper_count_source: string;
            species: components["schemas"]["Species"][];
            seasons: components["schemas"]["Season"][];
        };
        Honey: {
            name: string;
            tasting_note: string;
            description: string;
            season: string;
            harvest: string;
            jar_photo: components["schemas"]["Picture"] | null;
            harvest_pictures: components["schemas"]["Picture"][];
            facts: components["schemas"]["Fact"][];
            nutrition: components["schemas"]["Nutrient"][];
            recipe: components["schemas"]["Recipe"] | null;
        };
        Nutrient: { name: string; per_100g: string };
        PageData: {
            story: components["schemas"]["Story"] | null;
            unknown_code: components["schemas"]["UnknownCode"] | null;
        };
        Picture: {
            alt: string;
            width: number;
            height: number;
            colour: string;
            sources: components["schemas"]["PictureSource"][];
            src: string;
        };
        PictureSource: { type: string; srcset: string };
        Recipe: { title: string; url: string };
        Retailer: {
            name: string;
            website: string | null;
            logo: components["schemas"]["Picture"] | null;
        };
        Season: {
            kind: "rain" | "bloom" | "harvest";
            label: string;
            first_month: number;
            last_month: number;
        };
        Species: {
            kind: "plant" | "animal";
            name: string;
            latin_name: string;
            note: string;
            source: string;
        };
        Story: {
            code: string;
            retired: boolean;
            jar_grams: number;
            titles: { [key: string]: string };
            retailer: components["schemas"]["Retailer"] | null;
            beekeeper: components["schemas"]["Beekeeper"];
            honey: components["schemas"]["Honey"];
            batch: components["schemas"]["Batch"];
            forest: components["schemas"]["Forest"];
            footprint: components["schemas"]["Footprint"] | null;
        };
        UnknownCode: { code: string; suggestions: string[] };
    };
}
